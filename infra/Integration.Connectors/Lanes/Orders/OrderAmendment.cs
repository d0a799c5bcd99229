using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Contracts.Amounts;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>
/// Brings an order that the ERP took to what the shop shows now: maps it as a submission is mapped, and updates the ERP's order while it can be changed.
/// Written by revision: an older amendment never overwrites a newer one.
/// </summary>
internal sealed class OrderAmendment(
    IOrderMapping mapping, CustomerOnErp customers, EffectRunner effects, EffectStore store, LinkStore links, CountedOrders counted, LookBook looks, LaneMessage messages, IInbox inbox,
    IOutbox outbox, Timeline timeline, IntegrationMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan WhileDisabled = TimeSpan.FromMinutes(1);

    /// <summary>Handles an amendment.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, IErp erp, AmendSalesOrder amend, Receipt receipt, CallLog log, CancellationToken ct)
    {
        using var discretion = Discretion.Begin(PersonalValues.Of(amend.Order));
        if (connected.Pair(amend.Key.Pair) is not { } pair) return new EffectRun.Postponed(time.GetUtcNow() + WhileDisabled, "The pair is disabled.");
        if (LeftToPeople(pair, amend) is { } left) return await RefuseAsync(amend, AttentionClasses.ChangedAfterSubmission, [left], receipt, log, ct);
        var customer = await customers.ResolveAsync(connected, erp, amend.Order, ct);
        if (customer.ErpId is null)
        {
            return customer.Run is EffectRun.Postponed postponed
                ? postponed
                : await RefuseAsync(amend, AttentionClasses.RejectedByErp, [new Reason("customer", "The ERP has no customer for the order as it is now.")], receipt, log, ct);
        }

        var mapped = mapping.Map(pair, erp.SalesOrders, OrderMappings.SourceOf(pair.Lanes.Payments, amend.Order, customer.ErpId));
        if (mapped.Document is not { } whole || mapped.Problems.Count > 0) return await RefuseAsync(amend, mapped.Class, mapped.Problems, receipt, log, ct);
        var document = pair.Lanes.Payments is null ? whole : erp.SalesOrders.WithoutPayments(whole);
        var (total, wanted) = (erp.SalesOrders.TotalOf(document), new Money(amend.Order.Total, amend.Order.Currency));
        if (total != wanted) return await RefuseAsync(amend, AttentionClasses.MappingFailed, [OrderMappings.WrongTotal(total, wanted, mapped.Version)], receipt, log, ct);

        var (id, reference) = (amend.ErpOrder.Id, amend.Order.Reference);
        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = OrderEffects.Amend(connected, reference),
                Subject = OrderEffects.Subject(amend.Key),
                Revision = amend.Revision,
                RepeatsByRevision = true,
                DifferentIsWritten = true,
                CallTime = connected.Definition.Deadline * 3,
                QuietTime = erp.LongestLateCommit,
                Epoch = connected.Epoch,
                Look = token => erp.SalesOrders.CompareAsync(id, reference, document, token),
                Write = async token => amend.Reopen && await erp.SalesOrders.ReopenAsync(id, token) is not (WriteOutcome.Done or WriteOutcome.AlreadyDone) and var closed
                    ? closed
                    : await erp.SalesOrders.UpdateAsync(id, reference, document, token),
            },
            (unit, outcome, token) => CompleteAsync(unit, connected, amend, outcome, receipt, log, token),
            ct);
        switch (run)
        {
            case EffectRun.Postponed postponed:
                return postponed;
            case EffectRun.Superseded or EffectRun.Forbidden:
                await messages.OnceAsync(receipt, (unit, token) => timeline.TellAsync(
                    unit, LaneNames.Orders, amend.Key, amend.Order.Number, "Not written to the ERP: the shop changed the order again.", null, log.Calls, token), ct);
                return null;
            default:
                return null;
        }
    }

    private static Reason? LeftToPeople(PairDefinition pair, AmendSalesOrder amend) =>
        pair.Mode != PairMode.Live ? new Reason("mode", "The pair only observes, so nothing is changed in the ERP.")
        : pair.Amendments == AmendmentRule.Attention && !amend.Reopen ? new Reason("amendments", "The pair leaves changes after submission to people.")
        : null;

    private async Task CompleteAsync(
        IUnit unit, Connected connected, AmendSalesOrder amend, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        // What people in the ERP did while the write was under way is looked for again.
        await looks.MarkAnewAsync(unit, new LookKey(LookKey.OfConnection(connected.Name), Entities.Order, amend.ErpOrder.Id), ct);
        switch (outcome)
        {
            case WriteOutcome.Done done:
                await FollowedAsync(unit, connected, amend, done.Echo, "Brought to what the shop shows", log, ct);
                break;
            case WriteOutcome.AlreadyDone:
                await FollowedAsync(unit, connected, amend, null, "Found in the ERP as the shop shows it", log, ct);
                break;
            case WriteOutcome.Differs differs:
                await TellRefusalAsync(unit, amend, AttentionClasses.Differs, differs.Fields, log, ct);
                break;
            case WriteOutcome.Rejected rejected:
                await TellRefusalAsync(unit, amend, AttentionClasses.ChangedAfterSubmission, rejected.Reasons, log, ct);
                break;
        }
    }

    private async Task FollowedAsync(IUnit unit, Connected connected, AmendSalesOrder amend, string? echo, string summary, CallLog log, CancellationToken ct)
    {
        var order = amend.Order;
        await links.StoreAsync(unit, new Link
        {
            Scope = amend.Key.Pair, Entity = Entities.Order, StorefrontId = amend.Key.OrderId, StorefrontNumber = order.Number, Connection = connected.Name,
            ErpId = amend.ErpOrder.Id, ErpNumber = amend.ErpOrder.Number, Reference = order.Reference, Base = OrderBase.Of(order, ErpOrderProgress.OfEcho(echo)).ToString(),
        }, ct);
        await counted.HeldAsync(unit, connected, amend.Key, order.Lines, null, ct);
        if (amend.Reopen) await store.SetStateAsync(unit, OrderEffects.Create(connected, order.Reference), EffectStates.Done, ct);
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(amend.Key.Pair), new SalesOrderAmended(amend.Key, amend.Revision, amend.Reopen), ct);
        await timeline.TellAsync(unit, LaneNames.Orders, amend.Key, order.Number, $"{summary}: {amend.ErpOrder.Number}.", null, log.Calls, ct, amend.ErpOrder.Number);
        unit.AfterCommit(() => metrics.Out(amend.Key.Pair, LaneNames.Orders));
    }

    private async Task<EffectRun.Postponed?> RefuseAsync(
        AmendSalesOrder amend, string @class, IReadOnlyList<Reason> reasons, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => TellRefusalAsync(unit, amend, @class, reasons, log, token), ct);
        return null;
    }

    private async Task TellRefusalAsync(IUnit unit, AmendSalesOrder amend, string @class, IReadOnlyList<Reason> reasons, CallLog log, CancellationToken ct)
    {
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(amend.Key.Pair), new SalesOrderAmendRefused(amend.Key, amend.Revision, @class, reasons, amend.Reopen), ct);
        await timeline.TellAsync(unit, LaneNames.Orders, amend.Key, amend.Order.Number, $"The ERP's order was not changed ({@class}).", null, log.Calls, ct);
        unit.AfterCommit(() => metrics.Failed(amend.Key.Pair, LaneNames.Orders, @class));
    }
}
