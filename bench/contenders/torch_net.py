"""PyTorch with gradients by autograd or, with the variant "hand", written out, with every result in a tensor made once."""

from itertools import cycle

import torch
import torch.nn.functional as F
from harness import answer

torch.set_num_threads(1)


def network(given, variant):
    batches = [(torch.from_numpy(x), torch.from_numpy(y)) for x, y in given.batches]
    return by_hand(given, batches) if variant == "hand" else by_autograd(given, batches)


def by_autograd(given, batches):
    w1, w2 = (torch.from_numpy(w.copy()).requires_grad_() for w in (given.w1, given.w2))
    b1, b2 = (torch.zeros(n, dtype=w1.dtype, requires_grad=True) for n in (given.hidden, given.classes))
    parameters = (w1, b1, w2, b2)
    rate, reg = given.learning_rate, given.l2
    adam = given.adam and torch.optim.Adam(parameters, lr=rate, betas=given.adam[:2], eps=given.adam[2], foreach=True)
    batches = cycle(batches)

    def step():
        x, y = next(batches)
        hidden = torch.relu(torch.addmm(b1, x, w1))
        loss = F.cross_entropy(torch.addmm(b2, hidden, w2), y)
        if reg > 0:
            loss = loss + 0.5 * reg * ((w1 * w1).sum() + (w2 * w2).sum())
        loss.backward()
        if adam:
            adam.step()
            adam.zero_grad(set_to_none=True)
            return loss.item()
        with torch.no_grad():
            for parameter in parameters:
                parameter.sub_(parameter.grad, alpha=rate)
                parameter.grad = None
        return loss.item()

    return step, step


@torch.no_grad()
def by_hand(given, batches):
    """A step computes no loss."""
    w1, w2 = (torch.from_numpy(w.copy()) for w in (given.w1, given.w2))
    b1, b2 = (torch.zeros(n, dtype=w1.dtype) for n in (given.hidden, given.classes))
    rate, reg, count = given.learning_rate, given.l2, given.rows
    h, dh = (torch.empty(count, given.hidden, dtype=w1.dtype) for _ in range(2))
    s = torch.empty(count, given.classes, dtype=w1.dtype)
    rows = torch.arange(count) * given.classes
    batches = cycle([(x, y, rows + y) for x, y in batches])
    flat = s.view(-1)
    minus = torch.full((count,), -1 / count, dtype=w1.dtype)
    ones = torch.ones(count, dtype=w1.dtype)

    @torch.no_grad()
    def forward(x):
        torch.addmm(b1, x, w1, out=h)
        h.clamp_(min=0)
        torch.addmm(b2, h, w2, out=s)

    @torch.no_grad()
    def step():
        x, _, target = next(batches)
        forward(x)
        torch.softmax(s, 1, out=s)
        s.div_(count)
        flat.index_add_(0, target, minus)
        torch.mm(s, w2.t(), out=dh)
        dh.mul_(h > 0)
        # w - rate (dw + reg w) in one operation.
        decay = 1 - rate * reg
        w2.addmm_(h.t(), s, beta=decay, alpha=-rate)
        w1.addmm_(x.t(), dh, beta=decay, alpha=-rate)
        b2.addmv_(s.t(), ones, alpha=-rate)
        b1.addmv_(dh.t(), ones, alpha=-rate)

    @torch.no_grad()
    def loss():
        x, y, _ = next(batches)
        forward(x)
        return F.cross_entropy(s, y).item() + 0.5 * reg * ((w1 * w1).sum() + (w2 * w2).sum()).item()

    return step, loss


def predict(given):
    w1, w2 = torch.from_numpy(given.w1), torch.from_numpy(given.w2)
    b1, b2 = (torch.zeros(n, dtype=w1.dtype) for n in (given.hidden, given.classes))

    @torch.no_grad()
    def scores_of(x):
        hidden = torch.relu(torch.addmm(b1, torch.from_numpy(x), w1))
        return torch.addmm(b2, hidden, w2).numpy()

    return scores_of


def product(left, right):
    a, b = torch.from_numpy(left), torch.from_numpy(right)
    return lambda: torch.mm(a, b)


if __name__ == "__main__":
    answer(network, product, predict)
