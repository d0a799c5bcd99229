using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.XCart.Api;
using Integration.XCart.InUse;
using Integration.XCart.Orders.Canonical;

namespace Integration.XCart.Lists;

/// <summary>
/// The shop's orders by the day they were placed, over the API in use. Parts overlap by one row: when that row is another, rows before it were deleted
/// meanwhile, and the list is read again from further up, so that none slips through.
/// </summary>
internal sealed class OrderList(ShopInUse shop) : IRecordList
{
    public string Entity => Entities.Order;

    public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        if (api is null) return new ListPage.Failed(why!);
        var (offset, lastSeen) = Parse(question.Cursor);
        switch (await api.PlacedAsync(question.Days, offset, ct))
        {
            case ShopAnswer<PlacedRows>.Given given:
                var rows = given.Value.Rows;
                if (lastSeen is not null && (rows.Count == 0 || rows[0].Id != lastSeen)) return new ListPage.Read([], $"{Math.Max(0, offset - api.PlacedPage)}|");
                return Page(rows, given.Value.ReachedEnd, offset, question.Pair);
            case ShopAnswer<PlacedRows>.Failed failed:
                return new ListPage.Failed(failed.Outcome);
            default:
                return Rejected("The shop has no list of orders at its address.");
        }
    }

    private static ListPage Page(IReadOnlyList<PlacedRow> rows, bool end, int offset, PairDefinition pair)
    {
        try
        {
            var next = end || rows.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{offset + rows.Count - 1}|{rows[^1].Id}");
            // One row again and again would never end.
            if (next is not null && rows.Count == 1 && offset > 0) next = null;
            return new ListPage.Read([.. rows.Where(row => !string.IsNullOrEmpty(row.Number) && row.ShippingCode != StatusCodes.NotFinished).Select(row => Record(row, pair))], next);
        }
        catch (MappingFault fault)
        {
            return Rejected(fault.Message);
        }
    }

    private static ListedRecord Record(PlacedRow row, PairDefinition pair)
    {
        var payment = StatusCodes.PaymentOf(row.PaymentCode, pair);
        var cancelled = payment is PaymentStatus.Cancelled or PaymentStatus.Declined;
        var taken = row.PlacedAt >= pair.From && pair.ImportRule.PaymentStatuses.Contains(payment)
            && pair.ImportRule.FulfilmentStatuses.Contains(StatusCodes.ShippingOf(row.ShippingCode, pair));
        return new ListedRecord
        {
            Key = $"{pair.StorefrontCode}-{row.Number}",
            Id = $"{row.Id}",
            Number = row.Number!,
            State = cancelled ? ListedStates.Cancelled : taken ? ListedStates.Active : ListedStates.Waiting,
            Amount = row.Currency is { Length: > 0 } currency ? Currencies.Round(row.Total, currency) : null,
            Currency = row.Currency ?? "",
            At = row.PlacedAt,
            ChangedAt = row.ChangedAt,
        };
    }

    private static (int Offset, long? LastSeen) Parse(string? cursor) =>
        cursor?.Split('|', 2) is [var at, var id] && int.TryParse(at, CultureInfo.InvariantCulture, out var offset)
            ? (offset, long.TryParse(id, CultureInfo.InvariantCulture, out var seen) ? seen : null)
            : (0, null);

    private static ListPage.Failed Rejected(string message) => new(new WriteOutcome.Rejected([new Reason("orders", message)]));
}
