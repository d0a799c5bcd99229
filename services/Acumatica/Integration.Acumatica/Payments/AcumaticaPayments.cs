using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Returns;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;

namespace Integration.Acumatica.Payments;

/// <summary>Books a shop's money: as payments and refunds (screen AR302000) or as journal transactions (GL301000).</summary>
internal sealed class AcumaticaPayments(EntityClient client, SessionPool sessions, AcumaticaSettings settings, TimeProvider clock) : IErpPayments
{
    private readonly PaymentMappings _mappings = new(settings);
    private readonly PaymentLookup _payments = new(client);
    private readonly JournalBooking _journal = new(client, clock);
    private readonly OpenCreditMemos _memos = new(client, new CreditReading(client, settings, new ReturnOrigins(client, settings)));

    /// <summary>The mapping documents.</summary>
    public IReadOnlyList<MappingPort> Mappings => [_mappings.Payment, _mappings.Journal];

    /// <inheritdoc />
    public MappingPort? MappingOf(PaymentBooking booking) => _mappings.Of(booking);

    /// <inheritdoc />
    public Money? AmountOf(PaymentBooking booking, JsonObject document) => booking == PaymentBooking.Journal
        ? JournalBooking.AmountOf(document)
        : new Money(OrderAmounts.Number(document, "PaymentAmount") ?? 0, OrderAmounts.Text(document, "CurrencyID"));

    /// <inheritdoc />
    public Task<LookOutcome> FindAsync(PaymentPosting posting, JsonObject document, CancellationToken ct) => sessions.UseAsync(
        session => posting switch
        {
            { Settings.Booking: PaymentBooking.Journal } => _journal.FindAsync(session, posting, document, ct),
            { Entry.Kind: PaymentEntryKind.Void } => new VoidBooking(client, _payments).FindAsync(session, posting, ct),
            _ => _payments.FindAsync(session, posting, ct),
        },
        ct);

    /// <inheritdoc />
    public Task<WriteOutcome> PostAsync(PaymentPosting posting, JsonObject document, CancellationToken ct) => sessions.UseAsync(
        session => posting switch
        {
            { Settings.Booking: PaymentBooking.Journal } => _journal.PostAsync(session, posting, document, ct),
            { Entry.Kind: PaymentEntryKind.Void } => new VoidBooking(client, _payments).PostAsync(session, posting, ct),
            { Entry.Kind: PaymentEntryKind.Refund } => new RefundBooking(client, _payments, _memos, clock).PostAsync(session, posting, document, ct),
            _ => new CaptureBooking(client, _payments, clock).PostAsync(session, posting, document, ct),
        },
        ct);

    /// <inheritdoc />
    public IReadOnlyList<PlannedCall> Plan(PaymentPosting posting, JsonObject document)
    {
        if (posting.Entry.Kind == PaymentEntryKind.Void && posting.Settings.Booking == PaymentBooking.Payment)
            return [new PlannedCall("POST", client.Target("Payment", ["VoidPayment"], EntityQuery.None), null)];
        var entity = posting.Settings.Booking == PaymentBooking.Journal ? "JournalTransaction" : "Payment";
        return [new PlannedCall("PUT", client.Target(entity, [], EntityQuery.None), Wire.Wrap(document))];
    }

    /// <inheritdoc />
    public IAsyncEnumerable<BookedPaymentPage> ListByDayAsync(PairDefinition pair, DateOnly day, CancellationToken ct) =>
        new BookedDays(client, sessions, settings.PageSize).PagesAsync(pair, day, ct);
}
