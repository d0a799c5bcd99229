using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Hears what a product of the storefront is now: finds it in the ERP, compares, and brings to each side what is its part.</summary>
internal sealed class StoreProductHeard(
    TwoWayStore store, ProductComparison comparison, DocumentMappings mappings, MappingGuard guard, ProductFailures failures, EffectRunner effects, LaneMessage messages, IInbox inbox,
    IDatabase database, Timeline timeline, IntegrationMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan WhileDisabled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileFailing = TimeSpan.FromSeconds(2);

    /// <summary>The half that is paused when a mapping document stops everything.</summary>
    public static MappedHalf HalfOf(string pair) => MappedHalf.Writing(pair, LaneNames.Products + LaneNames.ToErp, ProductMappings.ToErp, ProductMappings.ToStore);

    public async Task<EffectRun.Postponed?> RunAsync(
        Connected connected, IErp erp, IErpProducts products, ProductInStore message, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (connected.Pair(message.Pair) is not { } pair) return new EffectRun.Postponed(time.GetUtcNow() + WhileDisabled, "The pair is disabled.");
        if (pair.Lanes.Products is not { } lane) return await EndAsync(receipt, ct);
        var known = await database.ReadAsync((unit, token) => store.FindAsync(unit, pair.Name, Entities.Product, message.Product.Id, token), ct);
        if (known is not null && known.Sequence >= message.Sequence) return await EndAsync(receipt, ct);
        var heard = new HeardProduct(connected, erp, products, pair, message, known, receipt, log);
        switch (await ErpProductView.FindAsync(products, lane, message.Product, known?.ErpId ?? "", ct))
        {
            case ReadOutcome<Product>.Found { Value: var found }:
                return await CompareAsync(heard, found, ct);
            case ReadOutcome<Product>.NotFound when lane is { ToErp: true, NewInErp: true } && pair.Mode == PairMode.Live && message.Product.Sku.Length > 0:
                return await WriteAsync(heard, "", null, ct);
            case ReadOutcome<Product>.NotFound:
                await messages.OnceAsync(receipt, (unit, token) => MissingAsync(unit, heard, token), ct);
                return null;
            case ReadOutcome<Product>.Failed failed:
                return new EffectRun.Postponed(time.GetUtcNow() + WhileFailing, "The ERP's product could not be read.", failed.Outcome);
            case ReadOutcome<Product>.Unreadable unreadable:
                await messages.OnceAsync(receipt, (unit, token) => failures.OfStoreAsync(unit, heard.Key, heard.Id, AttentionClasses.Unreadable, unreadable.Reasons, "Mend the cause, then retry.", token), ct);
                return null;
            default:
                return new EffectRun.Postponed(time.GetUtcNow() + WhileFailing, "The ERP's product is being made.");
        }
    }

    private async Task<EffectRun.Postponed?> CompareAsync(HeardProduct heard, Product found, CancellationToken ct)
    {
        var (wanted, mapped) = ProductMappings.Map(mappings, heard.Pair, ProductMappings.ToStore, ErpProductView.Settled(found, heard.Lane));
        if (wanted is null) return await UnmappedAsync(heard, mapped, ct);

        var comparison = heard.Against(wanted);
        var updatable = comparison.ToErp.Keys.Where(field => heard.Products.Writable.Contains(field) && !heard.Products.WritableOnce.Contains(field)).ToHashSet(StringComparer.Ordinal);
        if (updatable.Count > 0 && found.Id.Length > 0)
        {
            if (heard.Pair.Mode == PairMode.Live) return await WriteAsync(heard, found.Id, (wanted, updatable), ct);
            await messages.OnceAsync(heard.Receipt, async (unit, token) =>
            {
                await timeline.TellAsync(unit, ProductFailures.Lane, heard.Key, $"Observed only; live it would write to the ERP: {string.Join(", ", updatable)}.", null, heard.Log.Calls, token);
                await ComparedAsync(unit, heard, wanted, found.Id, token);
            }, ct);
            return null;
        }

        await guard.WorkedAsync(HalfOf(heard.Pair.Name), ct);
        await messages.OnceAsync(heard.Receipt, (unit, token) => ComparedAsync(unit, heard, wanted, found.Id, token), ct);
        return null;
    }

    private async Task<EffectRun.Postponed?> UnmappedAsync(HeardProduct heard, MappedDocument mapped, CancellationToken ct)
    {
        if (await guard.FailedAsync(heard.Connected, HalfOf(heard.Pair.Name), heard.Pair, heard.Id, mapped.Problems, mapped.Version, ct) is { } paused) return paused;
        await messages.OnceAsync(heard.Receipt, (unit, token) => failures.OfStoreAsync(
            unit, heard.Key, heard.Id, mapped.Class, mapped.Problems, "Fill the lookup or correct the mapping document, then retry.", token), ct);
        return null;
    }

    private async Task ComparedAsync(IUnit unit, HeardProduct heard, Product wanted, string erpId, CancellationToken ct)
    {
        var record = await heard.RecordAsync(unit, store, erpId, ct);
        var merge = ProductComparison.Merge(heard.Pair, record, record.Storefront, heard.TextsOf(wanted));
        metrics.In(heard.Pair.Name, LaneNames.Products);
        if (merge.IsSettled && heard.Known is not null) await TwoWayStore.CountAsync(unit, heard.Pair.Name, Entities.Product, TwoWayCounts.Echoes, 1, ct);
        await comparison.StoreAsync(unit, heard.Pair, record, merge, wanted, heard.Log.Calls, ct);
        if (heard.Known is { ErpId: "" } && erpId.Length > 0) await timeline.ClearAsync(unit, heard.Key, AttentionClasses.MissingInErp, "The ERP has the product.", ct);
    }

    // Told once: the record that is stored now is known from the next snapshot on.
    private async Task MissingAsync(IUnit unit, HeardProduct heard, CancellationToken ct)
    {
        var first = heard.Known is null or { ErpId.Length: > 0 };
        await store.SaveAsync(unit, await heard.RecordAsync(unit, store, "", ct), null, ct);
        if (!first) return;
        await failures.OfStoreAsync(unit, heard.Key, heard.Id, AttentionClasses.MissingInErp,
            [new Reason("sku", $"The ERP has no item {heard.Message.Product.Sku}.")], "Make the item in the ERP, or correct the SKU in the shop. Nothing is deleted.", ct);
    }

    // One effect for both: the ERP's item is made, or these members of it are changed.
    private async Task<EffectRun.Postponed?> WriteAsync(HeardProduct heard, string erpId, (Product Wanted, HashSet<string> Fields)? change, CancellationToken ct)
    {
        var (sent, mapped) = ProductMappings.Map(mappings, heard.Pair, ProductMappings.ToErp, heard.Message.Product);
        if (sent is null) return await UnmappedAsync(heard, mapped, ct);
        await guard.WorkedAsync(HalfOf(heard.Pair.Name), ct);

        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = erpId.Length > 0
                    ? new EffectKey(heard.Connected.Name, Entities.Product, erpId, $"update from {heard.Pair.Name}")
                    : EffectKey.ToCreate(heard.Connected.Name, Entities.Product, sent.Sku.ToUpperInvariant()),
                Subject = $"{heard.Pair.Name}/{heard.Id}",
                Revision = (int)heard.Message.Sequence,
                RepeatsByRevision = erpId.Length > 0,
                DifferentIsWritten = erpId.Length > 0,
                CallTime = heard.Connected.Definition.Deadline * 3,
                QuietTime = heard.Erp.LongestLateCommit,
                Epoch = heard.Connected.Epoch,
                Look = token => LookAsync(heard, erpId, sent, token),
                Write = token => change is { } part ? heard.Products.UpdateAsync(erpId, sent, part.Fields, token) : heard.Products.CreateAsync(sent, token),
            },
            (unit, outcome, token) => WrittenAsync(unit, heard, outcome, change, token),
            ct);
        return run switch
        {
            EffectRun.Postponed postponed => postponed,
            EffectRun.Superseded or EffectRun.Forbidden => await EndAsync(heard.Receipt, ct),
            _ => null,
        };
    }

    // An item of that number is there: another shop's product, or our own late commit. Either way it is compared next, not made again.
    private static async Task<LookOutcome> LookAsync(HeardProduct heard, string erpId, Product sent, CancellationToken ct)
    {
        if (erpId.Length > 0) return new LookOutcome.NotFound();
        return await heard.Products.FindAsync(sent.Sku, ct) switch
        {
            ProductFind.Found found => new LookOutcome.Same(new RecordRef(Entities.Product, found.Items[0].Product, sent.Sku)),
            ProductFind.Failed failed => new LookOutcome.Failed(failed.Outcome),
            _ => new LookOutcome.NotFound(),
        };
    }

    private async Task WrittenAsync(IUnit unit, HeardProduct heard, WriteOutcome outcome, (Product Wanted, HashSet<string> Fields)? change, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, heard.Receipt, ct)) return;
        if (outcome is WriteOutcome.Rejected or WriteOutcome.Differs)
        {
            var reasons = outcome is WriteOutcome.Rejected rejected ? rejected.Reasons : ((WriteOutcome.Differs)outcome).Fields;
            await failures.OfStoreAsync(unit, heard.Key, heard.Id, AttentionClasses.RejectedByErp, reasons, "Mend the cause, then retry.", ct);
            return;
        }

        var (reference, echo) = outcome is WriteOutcome.Done done ? (done.Ref, done.Echo) : (((WriteOutcome.AlreadyDone)outcome).Ref, null);
        var record = await heard.RecordAsync(unit, store, reference.Id, ct);
        var answer = echo is null ? null : ProductMappings.Map(mappings, heard.Pair, ProductMappings.ToStore, JsonSerializer.Deserialize<Product>(echo, ContractsJson.Options)!).Product;
        var shown = answer is null ? [] : heard.TextsOf(answer);
        var written = record.Storefront.Where(text => change is { } part ? part.Fields.Contains(text.Key) : shown.ContainsKey(text.Key)).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
        record = record.WrittenToErp(written, shown, time.GetUtcNow());
        await TwoWayStore.CountAsync(unit, heard.Pair.Name, Entities.Product, TwoWayCounts.ToErp, 1, ct);
        await timeline.TellAsync(unit, ProductFailures.Lane, heard.Key,
            change is { } fields ? $"Written to the ERP: {string.Join(", ", fields.Fields)}." : $"Made in the ERP as {reference.Number}.", null, heard.Log.Calls, ct, reference.Number);
        unit.AfterCommit(() => metrics.Out(heard.Pair.Name, LaneNames.Products));
        if (change is not { } both) await store.SaveAsync(unit, record, null, ct);
        else await comparison.StoreAsync(unit, heard.Pair, record, Rest(heard, record, both.Wanted, both.Fields), both.Wanted, heard.Log.Calls, ct);
    }

    // What was just written to the ERP must not look like its change: its value here is from before the write.
    private static RecordMerge Rest(HeardProduct heard, TwoWayRecord record, Product wanted, HashSet<string> written)
    {
        var texts = heard.TextsOf(wanted);
        foreach (var field in written)
        {
            if (record.Fields.GetValueOrDefault(field)?.Base is { } agreed) texts[field] = agreed.Erp;
        }

        return ProductComparison.Merge(heard.Pair, record, record.Storefront, texts);
    }

    private async Task<EffectRun.Postponed?> EndAsync(Receipt receipt, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (_, _) => Task.CompletedTask, ct);
        return null;
    }
}
