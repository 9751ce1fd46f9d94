"""NumPy as the article writes the case study or, with the variant "tuned", with every result in an array made once."""

from itertools import cycle

import numpy as np
from harness import answer


def network(given, variant):
    return tuned(given) if variant == "tuned" else article(given)


def article(given):
    x_w, w_s = given.w1.copy(), given.w2.copy()
    x_b, s_b = np.zeros((1, given.hidden), x_w.dtype), np.zeros((1, given.classes), x_w.dtype)
    rate, reg, count = given.learning_rate, given.l2, given.rows
    batches = cycle(given.batches)
    m, v = ([np.zeros_like(w) for w in (x_w, x_b, w_s, s_b)] for _ in range(2))
    steps = 0

    def adapted(i, dw):
        """The direction that Adam takes."""
        beta1, beta2, epsilon = given.adam
        m[i] = beta1 * m[i] + (1 - beta1) * dw
        v[i] = beta2 * v[i] + (1 - beta2) * dw**2
        return m[i] / (1 - beta1**steps) / (np.sqrt(v[i] / (1 - beta2**steps)) + epsilon)

    def step():
        nonlocal x_w, x_b, w_s, s_b, steps
        x, y = next(batches)
        hidden = np.maximum(0, np.dot(x, x_w) + x_b)
        scores = np.dot(hidden, w_s) + s_b

        exp_scores = np.exp(scores)
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        loss = np.sum(-np.log(probs[range(count), y])) / count
        if reg > 0:
            loss += 0.5 * reg * np.sum(x_w * x_w) + 0.5 * reg * np.sum(w_s * w_s)

        dscores = probs
        dscores[range(count), y] -= 1
        dscores /= count
        dw_s = np.dot(hidden.T, dscores)
        ds_b = np.sum(dscores, axis=0, keepdims=True)
        dhidden = np.dot(dscores, w_s.T)
        dhidden[hidden <= 0] = 0
        dx_w = np.dot(x.T, dhidden)
        dx_b = np.sum(dhidden, axis=0, keepdims=True)
        if reg > 0:
            dw_s += reg * w_s
            dx_w += reg * x_w

        if given.adam:
            steps += 1
            dx_w, dx_b, dw_s, ds_b = (adapted(i, dw) for i, dw in enumerate((dx_w, dx_b, dw_s, ds_b)))
        x_w += -rate * dx_w
        x_b += -rate * dx_b
        w_s += -rate * dw_s
        s_b += -rate * ds_b
        return loss

    return step, step


def tuned(given):
    """A step allocates nothing and computes no loss."""
    w1, w2 = given.w1.copy(), given.w2.copy()
    b1, b2 = np.zeros(given.hidden), np.zeros(given.classes)
    rate, reg, count = given.learning_rate, given.l2, given.rows
    h, dh, mask = np.empty((count, given.hidden)), np.empty((count, given.hidden)), np.empty((count, given.hidden), bool)
    s, column = np.empty((count, given.classes)), np.empty((count, 1))
    dw1, dw2, db1, db2 = np.empty_like(w1), np.empty_like(w2), np.empty_like(b1), np.empty_like(b2)
    offsets = np.arange(count) * given.classes
    moments = [(dw, np.zeros_like(dw), np.zeros_like(dw), np.empty_like(dw)) for dw in (dw1, db1, dw2, db2)]
    steps = 0
    batches = cycle([(np.ascontiguousarray(x), offsets + y) for x, y in given.batches])
    flat = s.reshape(-1)
    ones = np.ones(count)

    def forward(x):
        np.dot(x, w1, out=h)
        np.add(h, b1, out=h)
        np.maximum(h, 0, out=h)
        np.dot(h, w2, out=s)
        np.add(s, b2, out=s)

    def adapt():
        """Turns the gradients into the directions that Adam takes."""
        nonlocal steps
        steps += 1
        beta1, beta2, epsilon = given.adam
        for dw, m, v, room in moments:
            np.multiply(m, beta1, out=m)
            np.multiply(dw, 1 - beta1, out=room)
            np.add(m, room, out=m)
            np.multiply(dw, dw, out=dw)
            np.multiply(dw, 1 - beta2, out=dw)
            np.multiply(v, beta2, out=v)
            np.add(v, dw, out=v)
            np.multiply(v, 1 / (1 - beta2**steps), out=dw)
            np.sqrt(dw, out=dw)
            np.add(dw, epsilon, out=dw)
            np.divide(m, dw, out=dw)
            np.multiply(dw, 1 / (1 - beta1**steps), out=dw)

    def step():
        x, right = next(batches)
        forward(x)
        np.exp(s, out=s)
        np.add.reduce(s, axis=1, keepdims=True, out=column)
        np.multiply(column, count, out=column)
        np.divide(s, column, out=s)
        flat[right] -= 1 / count

        np.dot(h.T, s, out=dw2)
        np.dot(ones, s, out=db2)
        np.dot(s, w2.T, out=dh)
        np.greater(h, 0, out=mask)
        np.multiply(dh, mask, out=dh)
        np.dot(x.T, dh, out=dw1)
        np.dot(ones, dh, out=db1)

        if given.adam:
            adapt()
        # w - rate (dw + reg w) in two operations.
        for w, dw in ((w1, dw1), (w2, dw2)):
            if reg > 0:
                np.multiply(w, 1 - rate * reg, out=w)
            np.multiply(dw, rate, out=dw)
            np.subtract(w, dw, out=w)
        for b, db in ((b1, db1), (b2, db2)):
            np.multiply(db, rate, out=db)
            np.subtract(b, db, out=b)

    def loss():
        x, right = next(batches)
        forward(x)
        data_loss = np.mean(np.log(np.sum(np.exp(s), axis=1)) - flat[right])
        return data_loss + 0.5 * reg * (np.sum(w1 * w1) + np.sum(w2 * w2))

    return step, loss


def predict(given):
    w1, w2 = given.w1, given.w2
    b1, b2 = np.zeros((1, given.hidden), w1.dtype), np.zeros((1, given.classes), w1.dtype)
    return lambda x: np.dot(np.maximum(0, np.dot(x, w1) + b1), w2) + b2


def product(left, right):
    return lambda: np.matmul(left, right)


if __name__ == "__main__":
    answer(network, product, predict)
