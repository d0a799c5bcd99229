using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Books a shop's money as lines of customer payment journals or of general journals. Journals are posted by F&amp;O (a batch job, an accountant), never from here.</summary>
internal sealed class FinancePayments : IErpPayments, IDisposable
{
    private readonly KeyForm _keys;
    private readonly PaymentMappings _mappings;
    private readonly OpenJournals _paymentJournals;
    private readonly OpenJournals _generalJournals;
    private readonly JournalWrite _paymentWrite;
    private readonly JournalWrite _generalWrite;
    private readonly LineBooking _lines;
    private readonly VoidBooking _voids;
    private readonly JournalBooking _journal;
    private readonly BookedDays _days;
    private readonly OrderCustomers _customers;

    public FinancePayments(FinanceClient client, DynamicsSettings settings, OrderCustomers customers, TimeProvider clock)
    {
        var (own, looked) = (settings.Payments, new JustLooked(clock));
        _keys = new KeyForm(own.LongestKey);
        var lines = new PaymentLines(client, _keys);
        _customers = customers;
        _mappings = new PaymentMappings(own);
        _paymentJournals = new OpenJournals(client, JournalKind.Payments, own.Journal, "payments.journal");
        _generalJournals = new OpenJournals(client, JournalKind.General, own.GeneralJournal, "payments.generalJournal");
        _paymentWrite = new JournalWrite(client, JournalKind.Payments, _paymentJournals, clock);
        _generalWrite = new JournalWrite(client, JournalKind.General, _generalJournals, clock);
        _lines = new LineBooking(lines, _paymentWrite, customers, looked, _keys);
        _voids = new VoidBooking(client, lines, _paymentWrite, _keys);
        _journal = new JournalBooking(client, _generalWrite, looked, _keys);
        _days = new BookedDays(client, lines, _keys, settings.PageSize);
    }

    /// <summary>The mapping documents.</summary>
    public IReadOnlyList<MappingPort> Mappings => [_mappings.Payment, _mappings.Journal];

    /// <inheritdoc />
    public MappingPort? MappingOf(PaymentBooking booking) => _mappings.Of(booking);

    /// <inheritdoc />
    public Money? AmountOf(PaymentBooking booking, JsonObject document)
    {
        if (booking == PaymentBooking.Journal) return JournalBooking.AmountOf(document);
        var (credit, debit) = (document.Number("CreditAmount") ?? 0, document.Number("DebitAmount") ?? 0);
        return credit == 0 || debit == 0 ? new Money(credit + debit, document.Text("CurrencyCode")) : null;
    }

    /// <inheritdoc />
    public Task<LookOutcome> FindAsync(PaymentPosting posting, JsonObject document, CancellationToken ct) => posting switch
    {
        { Settings.Booking: PaymentBooking.Journal } => _journal.FindAsync(posting, document, ct),
        { Entry.Kind: PaymentEntryKind.Void } => _voids.FindAsync(posting, ct),
        _ => _lines.FindAsync(posting, ct),
    };

    /// <inheritdoc />
    public Task<WriteOutcome> PostAsync(PaymentPosting posting, JsonObject document, CancellationToken ct) => posting switch
    {
        { Settings.Booking: PaymentBooking.Journal } => _journal.PostAsync(posting, document, ct),
        { Entry.Kind: PaymentEntryKind.Void } => _voids.PostAsync(posting, ct),
        _ => _lines.PostAsync(posting, document, ct),
    };

    /// <inheritdoc />
    public bool IsNew(RecordRef erpOrder) => _customers.IsNew(erpOrder.Id);

    /// <inheritdoc />
    public IReadOnlyList<PlannedCall> Plan(PaymentPosting posting, JsonObject document)
    {
        if (posting.Settings.Booking == PaymentBooking.Journal) return Planned(_generalWrite.Calls([.. JournalBooking.Lines(document).Select(line => _keys.Written(line, JournalKind.General.Key))], null, posting.Entry.LocalDate));
        return posting.Entry.Kind == PaymentEntryKind.Void
            ? [new PlannedCall("DELETE", FinanceClient.Target(JournalKind.Payments.Lines), null)]
            : Planned(_paymentWrite.Calls([_keys.Written(document, JournalKind.Payments.Key)], null, posting.Entry.LocalDate));
    }

    /// <inheritdoc />
    public IAsyncEnumerable<BookedPaymentPage> ListByDayAsync(PairDefinition pair, DateOnly day, CancellationToken ct) => _days.PagesAsync(pair, day, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        _paymentJournals.Dispose();
        _generalJournals.Dispose();
    }

    private static List<PlannedCall> Planned(IEnumerable<Dynamics.Protocol.Batch.BatchCall> calls) => [.. calls.Select(call => new PlannedCall(call.Method.Method, call.Target, call.Body))];
}
