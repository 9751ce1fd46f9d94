/** The lowest and the highest number on an axis. */
export type Domain = readonly [low: number, high: number];

/** Beyond this, sums and differences on the way to the pixels would overflow. */
const LIMIT = 1e300;

/**
 * From the smallest to the largest value, and never of zero width: around a single value there is some room. What to show where there are
 * no values is for the caller to say.
 *
 * @throws RangeError if a value is too large to be drawn
 */
export function domainOf(place: string, values: Iterable<number>, ifEmpty: Domain): Domain {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return ifEmpty;
  const largest = Math.max(-low, high, Math.abs(low));
  if (largest > LIMIT) {
    throw new RangeError(
      `${place} goes from ${low} to ${high}; expected numbers from ${-LIMIT} to ${LIMIT} in a picture`,
    );
  }
  // Numbers closer together than this have no ticks between them that differ.
  const narrow = high - low <= Math.max(largest * 1e-12, 1 / LIMIT);
  return narrow ? pad([(low + high) / 2, (low + high) / 2], Math.max(1, largest * 0.1)) : [low, high];
}

/** The domain with some room on both sides. */
function pad([low, high]: Domain, room: number): Domain {
  return [low - room, high + room];
}

/** The domain with a share of its width as room on both sides. */
export function padShare(domain: Domain, share: number): Domain {
  return pad(domain, (domain[1] - domain[0]) * share);
}

/** Up to here, the wider of two axes decides the scale of both. */
const MOST_UNEQUAL = 4;

/**
 * The domains of a plane: some room (a share of the width) around the values, then widened so that one unit is as long on both axes. Where the values
 * spread more than four times as far along one axis as along the other, each axis keeps its own scale.
 */
export function planeDomains(
  x: Domain,
  y: Domain,
  room: number,
  width: number,
  height: number,
): [Domain, Domain] {
  const wide = x[1] - x[0];
  const high = y[1] - y[0];
  const [padX, padY] = [padShare(x, room), padShare(y, room)];
  if (wide > high * MOST_UNEQUAL || high > wide * MOST_UNEQUAL) return [padX, padY];
  const unitsPerPixel = Math.max((padX[1] - padX[0]) / width, (padY[1] - padY[0]) / height);
  return [widen(padX, unitsPerPixel * width), widen(padY, unitsPerPixel * height)];
}

function widen(domain: Domain, width: number): Domain {
  return pad(domain, (width - (domain[1] - domain[0])) / 2);
}
