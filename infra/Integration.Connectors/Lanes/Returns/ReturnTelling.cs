using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Returns;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Secrets;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>
/// Shows the ERP's returns and credits on the storefront's side. What came back is kept before the saga is asked to show it, so that the status which it
/// writes is never taken for a return of the shop.
/// </summary>
internal sealed class ReturnTelling(
    RefundWatch refunds, LaneMessage messages, LookBook book, IOutbox outbox, ISealer sealer, Timeline timeline, IntegrationMetrics metrics)
{
    /// <summary>Handles a return of the ERP.</summary>
    public Task ReturnAsync(Receipt receipt, PairDefinition pair, ReturnChangedInErp changed, CancellationToken ct) => messages.OnceAsync(receipt, async (unit, token) =>
    {
        var known = await ReturnBook.LockAsync(unit, changed.Key, token);
        var seen = known.InErp.GetValueOrDefault(changed.Return.Id);
        if (seen is not null && seen.Sequence >= changed.Sequence) return;
        known = known with { InErp = new(known.InErp) { [changed.Return.Id] = new SeenReturn(changed.Sequence, changed.Return) } };
        if (seen?.Return.State != changed.Return.State)
        {
            await timeline.TellAsync(unit, LaneNames.Returns, changed.Key, changed.Number, $"Return {changed.Return.Number} in the ERP: {Words(changed.Return)}.", null, [], token);
        }

        known = await ShowAsync(unit, pair, changed, known, token);
        await ReturnBook.StoreAsync(unit, changed.Key, known, token);
        if (seen is null) unit.AfterCommit(() => metrics.In(pair.Name, LaneNames.Returns));
    }, ct);

    /// <summary>Handles a credit memo or refund of the ERP.</summary>
    public Task CreditAsync(Receipt receipt, PairDefinition pair, CreditChangedInErp changed, CancellationToken ct) => messages.OnceAsync(receipt, async (unit, token) =>
    {
        var known = await ReturnBook.LockAsync(unit, changed.Key, token);
        var seen = known.Credits.GetValueOrDefault(changed.Credit.Id);
        if (seen is not null && seen.Sequence >= changed.Sequence) return;
        known = known with { Credits = new(known.Credits) { [changed.Credit.Id] = new SeenCredit(changed.Sequence, changed.Credit) } };
        if ((seen?.Credit.Stands ?? false) != changed.Credit.Stands)
        {
            await timeline.TellAsync(unit, LaneNames.Returns, changed.Key, changed.Number, Words(changed.Credit), null, [], token);
        }

        // The reading that is kept will do: a later one sees to what it missed. Where none is kept, the order is read again.
        if (await OrderAsync(unit, changed.Key, token) is { } order) known = await refunds.FollowAsync(unit, pair, order, known, token);
        else await book.MarkAnewAsync(unit, new LookKey(pair.Name, Entities.Order, changed.Key.OrderId), token);
        await ReturnBook.StoreAsync(unit, changed.Key, known, token);
        if (seen is null) unit.AfterCommit(() => metrics.In(pair.Name, LaneNames.Refunds));
    }, ct);

    private async Task<ReturnsOfOrder> ShowAsync(IUnit unit, PairDefinition pair, ReturnChangedInErp changed, ReturnsOfOrder known, CancellationToken ct)
    {
        var status = known.Status;
        if (status == FulfilmentStatus.Unknown || status == known.Told) return known;
        var code = JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
        var mapped = pair.Lookups[Status.StatusLane.StatusLookup] is JsonObject table && table[code] is not null;
        // Shops have no status for a part that came back: it is shown only where the pair names one.
        if (status == FulfilmentStatus.PartlyReturned && !mapped)
        {
            return known with { Told = status };
        }

        var revision = known.Revision + 1;
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(pair.Name), new OrderReturned(changed.Key, revision, status), ct);
        return known with { Told = status, Revision = revision };
    }

    private async Task<Order?> OrderAsync(IUnit unit, OrderKey key, CancellationToken ct) =>
        await unit.FirstOrDefaultAsync<byte[]>(
            "SELECT snapshot FROM look WHERE scope = @Pair AND entity = @entity AND id = @OrderId AND snapshot IS NOT NULL", new { key.Pair, entity = Entities.Order, key.OrderId }, ct) is { } snapshot
            ? JsonSerializer.Deserialize<Order>(sealer.Open(snapshot, LookReader<Order>.Purpose), ContractsJson.Options)
            : null;

    private static string Words(ErpReturn goods) => goods.State switch
    {
        ErpReturnState.Expected => $"{goods.Expected.Sum(line => line.Quantity):0.####} piece(s) expected",
        ErpReturnState.PartlyReceived => $"{goods.Received.Sum(line => line.Quantity):0.####} of {goods.Expected.Sum(line => line.Quantity):0.####} piece(s) received",
        ErpReturnState.Received => $"{goods.Received.Sum(line => line.Quantity):0.####} piece(s) received",
        _ => "given up",
    };

    private static string Words(ErpCredit credit) => (credit.Kind, credit.Stands) switch
    {
        (ErpCreditKind.CreditMemo, true) => $"The ERP credited {new Money(credit.Amount, credit.Currency)} (credit memo {credit.Number}).",
        (ErpCreditKind.CreditMemo, false) => $"Credit memo {credit.Number} was taken back in the ERP.",
        (_, true) => $"The ERP shows {new Money(credit.Amount, credit.Currency)} as refunded (refund {credit.Number}).",
        _ => $"Refund {credit.Number} was taken back in the ERP.",
    };
}
