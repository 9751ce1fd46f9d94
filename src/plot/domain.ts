/** The lowest and the highest number on an axis. */
export type Domain = readonly [low: number, high: number];

/** Beyond this size, sums and differences on the way to the pixels would overflow. */
export const LIMIT = 1e300;

/** How a domain follows from the values to show. */
export interface DomainRules {
  /** The domain if there are no values. */
  readonly ifEmpty: Domain;
  /** The least value that can be drawn; the most is `LIMIT`. */
  readonly least?: number;
  /**
   * Room on both sides if the values are equal or nearly so. By default a tenth of the value, and at least 1.
   */
  readonly aroundOne?: (size: number) => number;
}

/**
 * From the smallest to the largest value.
 *
 * @throws RangeError if a value is too large, or too small for a logarithmic axis, to be drawn
 */
export function domainOf(place: string, values: Iterable<number>, rules: DomainRules): Domain {
  const { ifEmpty, least = -LIMIT, aroundOne = (size: number) => Math.max(1, size / 10) } = rules;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return ifEmpty;
  if (low < least || high > LIMIT) {
    throw new RangeError(`${place} goes from ${low} to ${high}; expected numbers from ${least} to ${LIMIT}`);
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Closer together than this, there are no numbers between them to label.
  const narrow = high - low <= Math.max(size * 1e-12, 1 / LIMIT);
  return narrow ? pad([(low + high) / 2, (low + high) / 2], aroundOne(size)) : [low, high];
}

/** The domain with some room on both sides. */
function pad([low, high]: Domain, room: number): Domain {
  return [low - room, high + room];
}

/** The domain with a share of its width as room on both sides. */
export function padShare(domain: Domain, share: number): Domain {
  return pad(domain, (domain[1] - domain[0]) * share);
}

/** If the spreads of two axes differ by more than this factor, each has a scale of its own. */
const MOST_UNEQUAL = 4;

/**
 * The domains of a plane: the values with a share of their spread as room around them, then widened so that a
 * unit is equally long on both axes. If the values spread more than four times as far along one axis as along
 * the other, each axis keeps a scale of its own.
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
