using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Status;

/// <summary>
/// Sets one of an order's two statuses. The shop then acts as if its staff had done it: it mails the customer and, by its own table of
/// statuses, may put goods back in stock or take them out again. It refuses a code that it does not have.
/// </summary>
internal sealed class StatusWriter(PlatformApi shop, StatusAxis axis) : IFulfilmentStatusWriter, IPaymentStatusWriter
{
    private const int LongestCode = 4;

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
        if (code.Length is 0 or > LongestCode) return Rejected($"X-Cart's status codes have 1 to {LongestCode} letters. Correct the pair's lookup {axis.Lookup}.");
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (axis.Code(order.Order) == code) return new WriteOutcome.AlreadyDone(order.Ref);

        return await shop.PutAsync<StatusOutput>($"orders/{order.Order.Id}/{axis.Path}", new JsonObject { ["code"] = code }, ct) switch
        {
            ShopAnswer<StatusOutput>.Failed { Outcome: WriteOutcome.Rejected rejected } => Rejected($"{string.Join(" ", rejected.Reasons.Select(reason => reason.Message))} Correct the pair's lookup {axis.Lookup} if it names a code that the shop does not have."),
            ShopAnswer<StatusOutput>.Failed failed => failed.Outcome,
            ShopAnswer<StatusOutput>.Given given when given.Value.Code == code => new WriteOutcome.Done(order.Ref, new JsonObject { [axis.Field] = code }.ToJsonString()),
            ShopAnswer<StatusOutput>.Given given => Rejected($"The shop kept the {axis.Words} {given.Value.Code}."),
            _ => Rejected("The shop has no such order; it was deleted."),
        };
    }

    private WriteOutcome.Rejected Rejected(string message) => new([new Reason(axis.Field, message)]);
}
