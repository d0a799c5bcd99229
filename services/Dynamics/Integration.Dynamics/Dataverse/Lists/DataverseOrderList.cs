using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Lists;

/// <summary>Sales orders that carry the shop's reference, by the day that they were written with. Pages run in Dataverse's own order, along the id.</summary>
/// <param name="client">The client.</param>
/// <param name="reference">The column of sales orders with our reference.</param>
/// <param name="day">The column with the order's day.</param>
/// <param name="pageSize">Orders of one page.</param>
internal sealed class DataverseOrderList(DataverseClient client, string reference, string day, int pageSize) : IRecordList
{
    private const int Canceled = 2;

    private readonly IReadOnlyList<string> _columns = ["salesorderid", "ordernumber", reference, "statecode", "totalamount", day, "modifiedon"];

    /// <inheritdoc />
    public string Entity => Entities.Order;

    /// <inheritdoc />
    public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
    {
        var page = question.Cursor is { } cursor
            ? await client.NextAsync(cursor, pageSize, ct)
            : await client.ListAsync("salesorders", new EntityQuery
            {
                Filter = Filter.All(Conditions(question)), Select = _columns, Expand = "transactioncurrencyid($select=isocurrencycode)", PageSize = pageSize,
            }, ct);
        return page.Failure is { } failure
            ? new ListPage.Failed(failure)
            : new ListPage.Read([.. page.Records.Where(order => order.Text(reference).StartsWith(Prefix(question.Pair), StringComparison.OrdinalIgnoreCase)).Select(order => Record(order, question.Pair))], page.Next);
    }

    private IEnumerable<string> Conditions(ListQuestion question)
    {
        yield return $"startswith({reference},{Filter.Literal(Prefix(question.Pair))})";
        if (question.Days is not { } days) yield break;
        yield return Filter.Since(day, Midnight(days.First));
        yield return $"{day} lt {Midnight(days.Last.AddDays(1)):yyyy-MM-ddTHH:mm:ssZ}";
    }

    private ListedRecord Record(DataverseRecord order, PairDefinition pair)
    {
        var (id, currency) = (order.Text("salesorderid"), order.One("transactioncurrencyid")?.Text("isocurrencycode") ?? "");
        return new ListedRecord
        {
            Key = order.Text(reference),
            Id = id,
            Number = order.Text("ordernumber") is { Length: > 0 } number ? number : id,
            State = order.Whole("statecode") == Canceled ? ListedStates.Cancelled : ListedStates.Active,
            Amount = order.Number("totalamount") is { } total ? Currencies.Round(total, currency) : null,
            Currency = currency,
            At = order.Date(day) is { } date ? DaySpan.StartOf(date, pair.TimeZone) : null,
            ChangedAt = order.Moment("modifiedon"),
        };
    }

    // Calendar dates are kept as midnight of no zone.
    private static DateTimeOffset Midnight(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static string Prefix(PairDefinition pair) => $"{pair.StorefrontCode}-";
}
