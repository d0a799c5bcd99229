using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Status;

/// <summary>
/// Sets one of an order's two statuses. The shop then acts as if its staff had done it: it mails the customer and, by its own table of
/// statuses, may put the goods back in stock or take them out again. Repeated one after another this does nothing; in parallel it multiplies
/// (eight parallel cancels gave back seven pieces of one), so that one write per order may be under way.
/// </summary>
internal sealed class StatusWriter(RestApi shop, StatusAxis axis) : IFulfilmentStatusWriter, IPaymentStatusWriter
{
    private volatile string[] _codes = [];

    /// <summary>Not this code yet is <see cref="LookOutcome.NotFound"/>: the write may go ahead.</summary>
    public async Task<LookOutcome> LookAsync(string orderId, string code, CancellationToken ct) =>
        await PlacedOrder.ReadAsync(shop, orderId, ct) switch
        {
            PlacedOrder.Ready order when axis.Code(order.Order) == code => new LookOutcome.Same(order.Ref),
            PlacedOrder.Not not => new LookOutcome.Failed(not.Outcome),
            _ => new LookOutcome.NotFound(),
        };

    public async Task<WriteOutcome> SetAsync(string orderId, string code, CancellationToken ct)
    {
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (axis.Code(order.Order) == code) return new WriteOutcome.AlreadyDone(order.Ref);
        if (await RefusalAsync(code, ct) is { } refusal) return refusal;

        var answer = await shop.PutAsync<StoredOrder>(order.Path, new JsonObject { [axis.Field] = new JsonObject { ["code"] = code } }, ct);
        return answer switch
        {
            ShopAnswer<StoredOrder>.Failed failed => failed.Outcome,
            ShopAnswer<StoredOrder>.Given given when axis.Code(given.Value) == code =>
                new WriteOutcome.Done(order.Ref, new JsonObject { [axis.Field] = code, ["changedAt"] = given.Value.ChangedAt }.ToJsonString()),
            ShopAnswer<StoredOrder>.Given given => Rejected($"The shop kept the {axis.Words} {axis.Code(given.Value)}."),
            _ => Rejected("The shop has no such order; it was deleted."),
        };
    }

    // What the shop does with a code that it does not have is not known, so it is never sent.
    private async Task<WriteOutcome?> RefusalAsync(string code, CancellationToken ct)
    {
        if (_codes.Contains(code)) return null;
        switch (await shop.ListAsync<StoredStatus>(axis.Entity, "", ct))
        {
            case ShopAnswer<IReadOnlyList<StoredStatus>>.Failed failed:
                return failed.Outcome;
            case ShopAnswer<IReadOnlyList<StoredStatus>>.Given given:
                _codes = [.. given.Value.Select(status => status.Code).OfType<string>()];
                break;
        }

        return _codes.Contains(code)
            ? null
            : Rejected($"The shop has no {axis.Words} with the code {code}; it has {string.Join(", ", _codes)}. Correct the pair's lookup {axis.Lookup}.");
    }

    private WriteOutcome.Rejected Rejected(string message) => new([new Reason(axis.Field, message)]);
}
