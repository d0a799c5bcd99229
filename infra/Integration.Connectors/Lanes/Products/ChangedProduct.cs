using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Writes members of a product to the storefront, as an effect, and tells what the storefront showed then.</summary>
internal sealed class ChangedProduct(
    EffectRunner effects, LookBook book, LaneMessage messages, IInbox inbox, IOutbox outbox, Timeline timeline, ProductFailures failures, IntegrationMetrics metrics)
{
    public async Task<EffectRun.Postponed?> RunAsync(
        Connected connected, IStorefront storefront, IStorefrontProducts products, WriteProduct write, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (connected.Pair(write.Pair) is not { Mode: PairMode.Live, Lanes.Products: { } lane }) return await EndAsync(receipt, ct);
        var part = new ProductPart(products, write, lane);
        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = new EffectKey(connected.Name, Entities.Product, write.Id, $"update from {write.Pair}"),
                Alone = write.Product.Sku.ToUpperInvariant(),
                Subject = $"{write.Pair}/{write.Id}",
                Revision = write.Revision,
                RepeatsByRevision = true,
                DifferentIsWritten = true,
                CallTime = connected.Definition.Deadline * 3,
                QuietTime = storefront.LongestLateCommit,
                Epoch = connected.Epoch,
                Look = part.LookAsync,
                Write = part.WriteAsync,
            },
            (unit, outcome, token) => CompleteAsync(unit, write, part, outcome, receipt, log, token),
            ct);
        return run switch
        {
            EffectRun.Postponed postponed => postponed,
            EffectRun.Superseded or EffectRun.Forbidden => await EndAsync(receipt, ct),
            _ => null,
        };
    }

    private async Task CompleteAsync(IUnit unit, WriteProduct write, ProductPart part, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        var key = ProductFailures.Key(write.Pair, write.Id, write.Product.Sku);
        if (outcome is WriteOutcome.Rejected or WriteOutcome.Differs)
        {
            var reasons = outcome is WriteOutcome.Rejected rejected ? rejected.Reasons : ((WriteOutcome.Differs)outcome).Fields;
            await failures.OfStoreAsync(unit, key, write.Id, AttentionClasses.RejectedByStorefront, reasons, "The shop did not take the change. Mend the cause, then retry.", ct);
            return;
        }

        // Told anew whatever it shows: its comparison knew another state, and not every change in the shop is seen by itself.
        if (part.LeftAlone.Count > 0) await book.MarkAnewAsync(unit, new LookKey(write.Pair, Entities.Product, write.Id), ct);
        var shown = outcome is WriteOutcome.Done { Echo: { } echo } ? JsonSerializer.Deserialize<Product>(echo, ContractsJson.Options)! : part.Shown;
        // Nothing is known when a write that was done before is asked for again: the next snapshot tells.
        if (shown is null) return;
        shown = shown with { WeightUnit = write.Product.WeightUnit };
        await outbox.EnqueueAsync(unit, Queues.Write(write.Pair, LaneNames.Products + LaneNames.ToErp),
            new ProductWritten(write.Pair, write.ErpId, [.. write.Fields.Keys.Except(part.LeftAlone)], write.Product, shown, Created: false), ct);
        if (outcome is not WriteOutcome.Done) return;
        await timeline.TellAsync(unit, ProductFailures.Lane, key, $"Written to the shop: {part.Words}.", null, log.Calls, ct, write.ErpId.Length > 0 ? write.ErpId : null);
        await timeline.ClearAsync(unit, key, AttentionClasses.RejectedByStorefront, "The shop took the change.", ct);
        unit.AfterCommit(() => metrics.Out(write.Pair, LaneNames.Products));
    }

    private async Task<EffectRun.Postponed?> EndAsync(Receipt receipt, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (_, _) => Task.CompletedTask, ct);
        return null;
    }
}
