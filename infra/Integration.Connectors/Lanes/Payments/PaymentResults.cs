using Integration.Connectors.Connections;
using Integration.Connectors.Http;
using Integration.Connectors.Links;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Payments;

/// <summary>Tells the saga, the timeline and the attention list what became of a movement of money.</summary>
internal sealed class PaymentResults(
    IDatabase database, LaneMessage messages, IInbox inbox, IOutbox outbox, LinkStore links, Timeline timeline, IntegrationMetrics metrics)
{
    /// <summary>Stores the outcome of the effect in its own transaction.</summary>
    public async Task CompleteAsync(IUnit unit, Connected connected, PostPayment command, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        switch (outcome)
        {
            case WriteOutcome.Done done:
                await PostedAsync(unit, connected, command, done.Ref, false, done.Echo ?? "", log, ct);
                break;
            case WriteOutcome.AlreadyDone done:
                await PostedAsync(unit, connected, command, done.Ref, true, "", log, ct);
                break;
            case WriteOutcome.Differs differs:
                await RefusedAsync(unit, command, AttentionClasses.Differs, differs.Fields, log, ct);
                break;
            case WriteOutcome.Rejected rejected:
                var closed = rejected.Reasons.Any(reason => reason.Field == PaymentFields.ClosedPeriod);
                await RefusedAsync(unit, command, closed ? AttentionClasses.ClosedPeriod : AttentionClasses.RejectedByErp, rejected.Reasons, log, ct);
                break;
        }
    }

    /// <summary>Ends a message that leads to no write.</summary>
    public Task RefuseAsync(PostPayment command, string @class, IReadOnlyList<Reason> reasons, Receipt receipt, CallLog log, CancellationToken ct) =>
        messages.OnceAsync(receipt, (unit, token) => RefusedAsync(unit, command, @class, reasons, log, token), ct);

    /// <summary>Ends a message that a later one has overtaken.</summary>
    public Task EndAsync(Receipt receipt, CancellationToken ct) => messages.OnceAsync(receipt, (_, _) => Task.CompletedTask, ct);

    /// <summary>Shows what would be written.</summary>
    public Task ObserveAsync(PostPayment command, IReadOnlyList<PlannedCall> plan, CallLog log, CancellationToken ct) => database.TransactAsync(
        (unit, token) => timeline.TellAsync(unit, LaneNames.Payments, command.Key, command.Number,
            $"Observed only; live it would book {Words(command.Entry)}: {string.Join(", ", plan.Select(call => $"{call.Method} {Masking.Target(call.Target)}"))}.", null, log.Calls, token), ct);

    private async Task PostedAsync(
        IUnit unit, Connected connected, PostPayment command, RecordRef document, bool alreadyThere, string echo, CallLog log, CancellationToken ct)
    {
        var (pair, entry) = (command.Key.Pair, command.Entry);
        await links.StoreAsync(unit, new Link
        {
            Scope = pair,
            Entity = Entities.Payment,
            StorefrontId = entry.Key,
            StorefrontNumber = command.Number,
            Connection = connected.Name,
            ErpId = document.Id,
            ErpNumber = document.Number,
            Reference = entry.Key,
            Base = echo == PaymentFields.NotApplied ? UnappliedRefunds.Text(command) : "",
        }, ct);
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(pair), new PaymentPosted(command.Key, entry.Key, document, alreadyThere), ct);
        await timeline.ClearAsync(unit, RecordOf(command), null, "The ERP's books show it.", ct);
        var another = echo.StartsWith(PaymentFields.BookedOn, StringComparison.Ordinal) ? $", on {echo[PaymentFields.BookedOn.Length..]} because {entry.LocalDate:yyyy-MM-dd} is closed" : "";
        await timeline.TellAsync(unit, LaneNames.Payments, command.Key, command.Number,
            $"{(alreadyThere ? "Found in the ERP" : "Booked in the ERP")} as {document.Number}{another}: {Words(entry)}.", null, log.Calls, ct, document.Number);
        if (echo == PaymentFields.NotApplied)
        {
            await timeline.RaiseAsync(unit, LaneNames.Payments, RecordOf(command), AttentionClasses.RefundNotApplied,
                [new Reason("DocumentsToApply", $"The refund {document.Number} is in the ERP, but what it gives back is already used up by an invoice, and no released credit memo of the order has that much left.")],
                "Release a credit memo for the order: the refund is then applied to it and released by itself, or by a retry. Or apply and release it in the ERP by hand, then mark this entry done.",
                Timeline.Retry(Queues.Write(pair, LaneNames.Payments), UnappliedRefunds.Again(command)), ct);
        }

        unit.AfterCommit(() =>
        {
            metrics.In(pair, LaneNames.Payments);
            metrics.Out(pair, LaneNames.Payments);
        });
    }

    private async Task RefusedAsync(IUnit unit, PostPayment command, string @class, IReadOnlyList<Reason> reasons, CallLog log, CancellationToken ct)
    {
        var queue = Queues.OrderToCash(command.Key.Pair);
        await outbox.EnqueueAsync(unit, queue, new PaymentRefused(command.Key, command.Entry.Key, @class, reasons), ct);
        await timeline.TellAsync(unit, LaneNames.Payments, command.Key, command.Number, $"Not booked in the ERP ({@class}): {Words(command.Entry)}.", null, log.Calls, ct);
        await timeline.RaiseAsync(unit, LaneNames.Payments, RecordOf(command), @class, reasons, AdviceFor(@class),
            Timeline.Retry(queue, new RetryPayment(command.Key, command.Entry.Key, "operator")), ct);
        unit.AfterCommit(() => metrics.In(command.Key.Pair, LaneNames.Payments));
    }

    private static RecordKey RecordOf(PostPayment command) => new(command.Key.Pair, Entities.Payment, command.Entry.Key, command.Number);

    private static string Words(PaymentEntry entry) => $"{entry.Kind switch { PaymentEntryKind.Capture => "payment", PaymentEntryKind.Refund => "refund", _ => "void" }} of {new Contracts.Amounts.Money(entry.Amount, entry.Currency)} by {entry.Method} ({entry.Key})";

    private static string AdviceFor(string @class) => @class switch
    {
        AttentionClasses.ClosedPeriod => "Open the period in the ERP, or let the pair book in the next open one (lanes.payments.closedPeriods), then retry.",
        AttentionClasses.UnmappedCode => "Add the missing code to the pair's lookup: all payments that wait for it are then booked by themselves.",
        AttentionClasses.MappingFailed => "Correct the mapping rule that the reason names: all payments that wait for it are then booked by themselves.",
        AttentionClasses.Differs => "A document with this key stands in the ERP with another amount. Compare the two and correct the ERP's, then retry; a second one is never made.",
        _ => "Mend in the ERP what the reasons name, then retry.",
    };
}
