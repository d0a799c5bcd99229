using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Flows;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Connectors.Publishing;
using Integration.Contracts.Amounts;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Brings one order into the ERP exactly once: map, check the total, find or create the customer, look, write.</summary>
internal sealed class OrderSubmission(
    IOrderMapping mapping, CustomerOnErp customers, EffectRunner effects, LinkStore links, CountedOrders counted, LookBook looks, ObservedOrders observed, LaneGuard guard, LaneMessage messages, IInbox inbox,
    IOutbox outbox, Timeline timeline, IntegrationMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan WhileDisabled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhilePaused = TimeSpan.FromSeconds(2);

    /// <summary>The half that is paused when its mapping stops everything.</summary>
    public static MappedHalf HalfOf(string pair, IErp erp) => MappedHalf.Writing(pair, LaneNames.Orders, PairMappings.OfOrders(erp.SalesOrders));

    /// <summary>Handles a submission.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, IErp erp, SubmitSalesOrder submit, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var order = submit.Order;
        using var discretion = Discretion.Begin(PersonalValues.Of(order));
        // A pair file that is broken just now disables its pair; the order waits for the mended file.
        if (connected.Pair(submit.Key.Pair) is not { } pair) return new EffectRun.Postponed(time.GetUtcNow() + WhileDisabled, "The pair is disabled.");
        // Mapped before the customer is made, so that a bad order leaves nothing behind in the ERP.
        if (await RefusedAsync(connected, pair, Map(pair, erp, order, OrderMappings.NewCustomer, submit.Scores), erp, submit, receipt, log, ct)) return null;
        if (pair.Mode == PairMode.Observe) return await ObserveAsync(pair, erp, submit, receipt, log, ct);

        var customer = await customers.ResolveAsync(connected, erp, order, ct);
        if (customer.ErpId is null) return await WithoutCustomerAsync(customer.Run!, submit, receipt, log, ct);
        var mapped = Map(pair, erp, order, customer.ErpId, submit.Scores);
        if (await RefusedAsync(connected, pair, mapped, erp, submit, receipt, log, ct)) return null;
        var document = mapped.Document!;
        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = OrderEffects.Create(connected, order.Reference),
                Subject = OrderEffects.Subject(submit.Key),
                Revision = submit.Attempt,
                CallTime = connected.Definition.Deadline * 3,
                QuietTime = erp.LongestLateCommit,
                UniqueReference = erp.Capabilities.UniqueOrderReference,
                Epoch = connected.Epoch,
                Look = token => erp.SalesOrders.FindAsync(order.Reference, document, token),
                Write = token => submit.Attempt > 1
                    ? erp.SalesOrders.CreateAgainAsync(order.Reference, document, token)
                    : erp.SalesOrders.CreateAsync(order.Reference, document, token),
                Update = (id, token) => erp.SalesOrders.UpdateAsync(id, order.Reference, pair.Lanes.Payments is null ? document : erp.SalesOrders.WithoutPayments(document), token),
            },
            (unit, outcome, token) => CompleteAsync(unit, connected, submit, outcome, receipt, log, token),
            ct);
        switch (run)
        {
            case EffectRun.Postponed postponed:
                return postponed;
            case EffectRun.Forbidden:
                await messages.OnceAsync(receipt, (unit, token) => timeline.TellAsync(
                    unit, LaneNames.Orders, submit.Key, order.Number, "Not sent to the ERP: it was cancelled before.", null, log.Calls, token), ct);
                return null;
            default:
                return null;
        }
    }

    private MappedDocument Map(PairDefinition pair, IErp erp, Order order, string customerId, OrderScores? scores) =>
        mapping.Map(pair, erp.SalesOrders, OrderMappings.SourceOf(pair.Lanes.Payments, order, customerId, scores));

    private async Task<bool> RefusedAsync(
        Connected connected, PairDefinition pair, MappedDocument mapped, IErp erp, SubmitSalesOrder submit, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var half = HalfOf(pair.Name, erp);
        var (@class, reasons) = (mapped.Class, mapped.Problems);
        if (mapped.Document is { } document && reasons.Count == 0)
        {
            var total = erp.SalesOrders.TotalOf(document);
            var wanted = new Money(submit.Order.Total, submit.Order.Currency);
            if (total == wanted)
            {
                await guard.WorkedAsync(half.Key, ct);
                return false;
            }

            (@class, reasons) = (AttentionClasses.MappingFailed, [OrderMappings.WrongTotal(total, wanted, mapped.Version)]);
        }

        var stop = half.StopOf(pair, reasons, mapped.Version);
        await messages.OnceAsync(receipt, async (unit, token) =>
        {
            if (stop is null || await guard.FailedAsync(unit, half.Key, submit.Key.OrderId, stop, Queues.Connection(connected.Name), token))
            {
                await RejectAsync(unit, submit, @class, reasons, log, token);
                return;
            }

            // The lane is paused; the order waits in its queue for another mapping.
            await outbox.EnqueueAsync(unit, receipt.Queue, submit, token, new OutboxSend { DueAt = time.GetUtcNow() + WhilePaused });
        }, ct);
        return true;
    }

    private async Task<EffectRun.Postponed?> ObserveAsync(PairDefinition pair, IErp erp, SubmitSalesOrder submit, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var (id, failure) = await CustomerOnErp.FindAsync(erp, submit.Order, ct);
        if (failure is not null) return new EffectRun.Postponed(time.GetUtcNow() + TimeSpan.FromSeconds(2), "The look for the customer failed.", failure);
        var document = Map(pair, erp, submit.Order, id ?? OrderMappings.NewCustomer, submit.Scores).Document;
        var plan = document is null ? [] : erp.SalesOrders.Plan(submit.Order.Reference, document);
        await messages.OnceAsync(receipt, (unit, token) => observed.StoreAsync(unit, submit, plan, log.Calls, token), ct);
        return null;
    }

    private async Task<EffectRun.Postponed?> WithoutCustomerAsync(EffectRun run, SubmitSalesOrder submit, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (run is EffectRun.Postponed postponed) return postponed;
        var (@class, reasons) = run is EffectRun.Settled { Outcome: var outcome }
            ? outcome switch
            {
                WriteOutcome.Differs differs => (AttentionClasses.Differs, differs.Fields),
                WriteOutcome.Rejected rejected => (AttentionClasses.RejectedByErp, rejected.Reasons),
                _ => (AttentionClasses.RejectedByErp, []),
            }
            : (AttentionClasses.RejectedByErp, []);
        IReadOnlyList<Reason> told = [.. reasons.Select(reason => reason with { Field = $"customer.{reason.Field}".TrimEnd('.') })];
        await messages.OnceAsync(receipt, (unit, token) => RejectAsync(unit, submit, @class, told, log, token), ct);
        return null;
    }

    private async Task CompleteAsync(
        IUnit unit, Connected connected, SubmitSalesOrder submit, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        switch (outcome)
        {
            case WriteOutcome.Done done:
                await AcceptAsync(unit, connected, submit, done.Ref, done.Echo, alreadyThere: false, log, ct);
                break;
            case WriteOutcome.AlreadyDone done:
                await AcceptAsync(unit, connected, submit, done.Ref, null, alreadyThere: true, log, ct);
                break;
            case WriteOutcome.Differs differs:
                await RejectAsync(unit, submit, AttentionClasses.Differs, differs.Fields, log, ct);
                break;
            case WriteOutcome.Rejected rejected:
                await RejectAsync(unit, submit, AttentionClasses.RejectedByErp, rejected.Reasons, log, ct);
                break;
        }
    }

    private async Task AcceptAsync(
        IUnit unit, Connected connected, SubmitSalesOrder submit, RecordRef erpOrder, string? echo, bool alreadyThere, CallLog log, CancellationToken ct)
    {
        var order = submit.Order;
        var written = ErpOrderProgress.OfEcho(echo);
        var shown = await TakeWrittenAsync(unit, connected, erpOrder, written, ct);
        await links.StoreAsync(unit, new Link
        {
            Scope = submit.Key.Pair,
            Entity = Entities.Order,
            StorefrontId = submit.Key.OrderId,
            StorefrontNumber = order.Number,
            Connection = connected.Name,
            ErpId = erpOrder.Id,
            ErpNumber = erpOrder.Number,
            Reference = order.Reference,
            Base = OrderBase.Of(order, written).ToString(),
        }, ct);
        await counted.HeldAsync(unit, connected, submit.Key, order.Lines, shown?.Status, ct);
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(submit.Key.Pair), new SalesOrderAccepted(submit.Key, order.Reference, erpOrder, alreadyThere)
        {
            Status = shown?.Status ?? ErpOrderStatus.Unknown, ErpStatus = shown?.ErpStatus ?? "",
        }, ct);
        await timeline.TellAsync(unit, LaneNames.Orders, submit.Key, order.Number,
            alreadyThere ? $"Found in the ERP as {erpOrder.Number}." : $"Written to the ERP as {erpOrder.Number}{(shown is null ? "" : $", which is {shown.ErpStatus}")}.", RecordStates.InErp, log.Calls, ct, erpOrder.Number);
        unit.AfterCommit(() => metrics.Out(submit.Key.Pair, LaneNames.Orders));
    }

    /// <summary>The order as the write's answer showed it, when that spares its first reading; else null, and a reading will tell.</summary>
    private async Task<ErpOrderProgress?> TakeWrittenAsync(IUnit unit, Connected connected, RecordRef erpOrder, ErpOrderProgress? written, CancellationToken ct)
    {
        var look = new LookKey(LookKey.OfConnection(connected.Name), Entities.Order, erpOrder.Id);
        if (written is { Invoices.Count: 0, Shipments: null or { Count: 0 } })
            return await looks.TakeWrittenAsync(unit, look, ErpOrderMemory.ContentOf(written), ErpOrderMemory.None.After(written).ToString(), ct) ? written : null;
        // Read before its tie was known: what people did to it meanwhile is looked for again.
        if (await LookBook.LockAsync(unit, look, ct) is not null) await looks.MarkAnewAsync(unit, look, ct);
        return null;
    }

    private async Task RejectAsync(IUnit unit, SubmitSalesOrder submit, string @class, IReadOnlyList<Reason> reasons, CallLog log, CancellationToken ct)
    {
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(submit.Key.Pair), new SalesOrderRejected(submit.Key, @class, reasons), ct);
        await timeline.TellAsync(unit, LaneNames.Orders, submit.Key, submit.Order.Number,
            $"Not written to the ERP ({@class}).", RecordStates.Attention, log.Calls, ct);
        unit.AfterCommit(() => metrics.Failed(submit.Key.Pair, LaneNames.Orders, @class));
    }
}
