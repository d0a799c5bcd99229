using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Links;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Returns;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Faults;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Enters one return in the ERP exactly once: find the sale, join, map, check the total, look, write.</summary>
internal sealed class ReturnSubmission(
    IDatabase database, DocumentMappings mappings, MappingGuard guard, EffectRunner effects, LinkStore links, LaneMessage messages, IInbox inbox, IOutbox outbox, Timeline timeline,
    IntegrationMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <summary>The half that is paused when the mapping document stops everything.</summary>
    public static MappedHalf HalfOf(string pair, IErpReturns port) => MappedHalf.Writing(pair, LaneNames.Returns + LaneNames.ToErp, port.Mapping);

    /// <summary>Handles a return.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, IErp erp, SubmitReturn submit, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (connected.Pair(submit.Key.Pair) is not { } pair) return new EffectRun.Postponed(time.GetUtcNow() + Later, "The pair is disabled.");
        if (erp.Returns is not { } port) return await RefuseAsync(submit, AttentionClasses.ReturnRefused, [new Reason("", "This ERP takes no returns.")], receipt, log, ct);
        var order = await database.ReadAsync((unit, token) => LinkStore.OfStorefrontAsync(unit, pair.Name, Entities.Order, submit.Key.OrderId, token), ct);
        if (order is null)
        {
            return await WaitAsync(pair, submit, "the ERP does not have the order yet", receipt, log, ct);
        }

        switch (await port.ReadSaleAsync(order.ErpId, ct))
        {
            case ReadOutcome<ErpSale>.Found found:
                return await EnterAsync(connected, erp, port, pair, submit, found.Value, receipt, log, ct);
            case ReadOutcome<ErpSale>.Failed failed:
                return new EffectRun.Postponed(time.GetUtcNow() + Soon, "The order could not be read.", failed.Outcome);
            case ReadOutcome<ErpSale>.Unreadable unreadable:
                return await RefuseAsync(submit, AttentionClasses.ReturnRefused, unreadable.Reasons, receipt, log, ct);
            default:
                return await RefuseAsync(submit, AttentionClasses.ReturnRefused, [new Reason("", $"Order {order.ErpNumber} is no longer in the ERP.")], receipt, log, ct);
        }
    }

    private async Task<EffectRun.Postponed?> EnterAsync(
        Connected connected, IErp erp, IErpReturns port, PairDefinition pair, SubmitReturn submit, ErpSale sale, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var (source, problems) = ReturnSources.Of(submit.Return, sale, pair.Lanes.Returns?.NeedsInvoice ?? true);
        if (source is null) return await RefuseAsync(submit, AttentionClasses.ReturnRefused, problems, receipt, log, ct);
        var mapped = mappings.Map(pair, port.Mapping, JsonSerializer.SerializeToNode(source, ContractsJson.Options)!.AsObject());
        var (@class, wrong) = (mapped.Class, mapped.Problems);
        if (mapped.Document is not null && wrong.Count == 0 && port.TotalOf(mapped.Document) is var total && total != source.Amount())
            (@class, wrong) = (AttentionClasses.MappingFailed, [WrongTotal(total, source.Amount(), mapped, port)]);
        var half = HalfOf(pair.Name, port);
        if (mapped.Document is not { } document || wrong.Count > 0)
        {
            return await guard.FailedAsync(connected, half, pair, submit.Return.Reference, wrong, mapped.Version, ct) ?? await RefuseAsync(submit, @class, wrong, receipt, log, ct);
        }

        await guard.WorkedAsync(half, ct);
        if (pair.Mode == PairMode.Observe) return await WaitAsync(pair, submit, $"live it would send {Shown(port.Plan(source.Reference, document))}", receipt, log, ct);
        return await effects.RunAsync(Intent(connected, erp, port, submit, document), (unit, outcome, token) => CompleteAsync(unit, connected, submit, outcome, receipt, log, token), ct)
            as EffectRun.Postponed;
    }

    private static EffectIntent Intent(Connected connected, IErp erp, IErpReturns port, SubmitReturn submit, JsonObject document)
    {
        var reference = submit.Return.Reference;
        return new EffectIntent
        {
            Key = EffectKey.ToCreate(connected.Name, Entities.Return, reference),
            Subject = $"{submit.Key.Pair}/{submit.Key.OrderId}",
            CallTime = connected.Definition.Deadline * 3,
            // No order type is known to forbid a second return, so only the look tells.
            QuietTime = erp.LongestLateCommit,
            Epoch = connected.Epoch,
            Look = token => port.FindAsync(reference, document, token),
            Write = async token =>
            {
                var outcome = await port.CreateAsync(reference, document, token);
                CrashPoints.Hit("after-return-create");
                return outcome;
            },
        };
    }

    private async Task CompleteAsync(IUnit unit, Connected connected, SubmitReturn submit, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        switch (outcome)
        {
            case WriteOutcome.Done done:
                await EnteredAsync(unit, connected, submit, done.Ref, log, ct);
                break;
            case WriteOutcome.AlreadyDone done:
                await EnteredAsync(unit, connected, submit, done.Ref, log, ct);
                break;
            case WriteOutcome.Differs differs:
                await RaiseAsync(unit, submit, AttentionClasses.Differs, differs.Fields, receipt, log, ct);
                break;
            case WriteOutcome.Rejected rejected:
                await RaiseAsync(unit, submit, AttentionClasses.RejectedByErp, rejected.Reasons, receipt, log, ct);
                break;
        }
    }

    private async Task EnteredAsync(IUnit unit, Connected connected, SubmitReturn submit, RecordRef entered, CallLog log, CancellationToken ct)
    {
        var (key, goods) = (submit.Key, submit.Return);
        await links.StoreAsync(unit, new Link
        {
            Scope = key.Pair, Entity = Entities.Return, StorefrontId = $"{key.OrderId}/{goods.Id}", StorefrontNumber = goods.Number, Connection = connected.Name,
            ErpId = entered.Id, ErpNumber = entered.Number, Reference = goods.Reference,
        }, ct);
        foreach (var @class in (string[])[AttentionClasses.ReturnRefused, AttentionClasses.RejectedByErp])
        {
            await timeline.ClearAsync(unit, Record(submit), @class, "The ERP has the return.", ct);
        }

        await timeline.TellAsync(unit, LaneNames.Returns, key, goods.Number,
            $"Return {goods.Id} stands in the ERP as {entered.Number} ({new Money(goods.Total, goods.Currency)}).", null, log.Calls, ct);
        unit.AfterCommit(() => metrics.Out(key.Pair, LaneNames.Returns));
    }

    private async Task<EffectRun.Postponed?> RefuseAsync(
        SubmitReturn submit, string @class, IReadOnlyList<Reason> reasons, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => RaiseAsync(unit, submit, @class, reasons, receipt, log, token), ct);
        return null;
    }

    private async Task RaiseAsync(IUnit unit, SubmitReturn submit, string @class, IReadOnlyList<Reason> reasons, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await timeline.TellAsync(unit, LaneNames.Returns, submit.Key, submit.Return.Number, $"Return {submit.Return.Id} was not entered in the ERP ({@class}).", null, log.Calls, ct);
        await timeline.RaiseAsync(unit, LaneNames.Returns, Record(submit), @class, reasons,
            "Mend what the reasons name (release the invoice, complete the lookup), then retry; or enter the return in the ERP by hand and mark this entry done.",
            Timeline.Retry(receipt.Queue, submit), ct);
    }

    // Waiting is told once and goes on until the order is there or the pair is live.
    private async Task<EffectRun.Postponed?> WaitAsync(PairDefinition pair, SubmitReturn submit, string why, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (submit.Shown) return new EffectRun.Postponed(time.GetUtcNow() + (pair.Mode == PairMode.Observe ? Later : Soon * 5), "It waits.");
        await messages.OnceAsync(receipt, async (unit, token) =>
        {
            var waits = pair.Mode == PairMode.Observe ? "Observed only" : "It waits";
            await timeline.TellAsync(unit, LaneNames.Returns, submit.Key, submit.Return.Number, $"Return {submit.Return.Id}: {waits}; {why}.", null, log.Calls, token);
            await outbox.EnqueueAsync(unit, receipt.Queue, submit with { Shown = true }, token, new OutboxSend { DueAt = time.GetUtcNow() + Soon });
        }, ct);
        return null;
    }

    private static string Shown(IReadOnlyList<PlannedCall> plan) => string.Join(", ", plan.Select(call => $"{call.Method} {Masking.Target(call.Target)}"));

    private static Reason WrongTotal(Money mapped, Money wanted, MappedDocument document, IErpReturns port) =>
        new("total", $"The mapped return adds up to {mapped}, the return to {wanted}: correct the mapping document.")
        {
            Cause = new ReasonCause { Document = port.Mapping.Name, Version = document.Version, Rule = "total" },
        };

    private static RecordKey Record(SubmitReturn submit) =>
        new(submit.Key.Pair, Entities.Return, $"{submit.Key.OrderId}/{submit.Return.Id}", $"{submit.Return.Number}/{submit.Return.Id}");
}
