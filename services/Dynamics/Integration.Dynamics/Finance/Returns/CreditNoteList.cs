using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Lists posted credit notes by their date.</summary>
internal sealed class CreditNoteList(FinanceClient client, DynamicsSettings settings)
{
    /// <summary>Those that may still be news to somebody who looked at a moment last: of the days before it too, as packing slips are.</summary>
    public IAsyncEnumerable<ODataPage<FinanceRecord>> SinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        var earliest = DateTimeOffset.UnixEpoch + settings.ShipmentsWithin;
        var day = new DateTimeOffset((since > earliest ? since : earliest).UtcDateTime.Date, TimeSpan.Zero);
        return PagesAsync(Filter.Since("InvoiceDate", day - settings.ShipmentsWithin), ct);
    }

    /// <summary>Those of a day.</summary>
    public IAsyncEnumerable<ODataPage<FinanceRecord>> OfDayAsync(DateOnly day, CancellationToken ct) => PagesAsync(FinanceFilter.OnDays("InvoiceDate", day, day), ct);

    private IAsyncEnumerable<ODataPage<FinanceRecord>> PagesAsync(string filter, CancellationToken ct) => client.PagesAsync(
        InvoiceRecords.Set, new EntityQuery { Filter = Filter.All(filter, InvoiceRecords.CreditNotes), Select = InvoiceRecords.Fields, OrderBy = "InvoiceNumber", PageSize = settings.PageSize }, ct);
}
