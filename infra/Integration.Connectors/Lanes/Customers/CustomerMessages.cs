using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>What the ERP's adapter is told and asked about customers.</summary>
internal sealed class CustomerMessages(
    IDatabase database, TwoWayStore store, CustomerComparison comparison, CustomerMappings mappings, EmailHash emails, IOutbox outbox, Timeline timeline, LaneMessage messages,
    IntegrationMetrics metrics, TimeProvider time)
{
    /// <summary>An account changed in the shop.</summary>
    public async Task<EffectRun.Postponed?> ChangedAsync(Connected connected, IErp erp, ICustomerRecords records, CustomerChanged told, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (PairOf(connected, told.Pair) is not { } pair) return await DropAsync(receipt, ct);
        var record = await FindAsync(told.Pair, told.Customer.Id, ct);
        if (told.Sequence <= record.Sequence && told.FoundBy != FoundBy.Operator) return await DropAsync(receipt, ct);
        return await comparison.RunAsync(connected, new Comparison
        {
            Pair = pair, Erp = erp, Records = records, Record = record, Account = told.Customer, Sequence = told.Sequence, Cause = told.FoundBy,
            Storefront = CustomerMappings.ValuesOf(pair, told.Customer),
            Retry = Timeline.Retry(receipt.Queue, told with { FoundBy = FoundBy.Operator }),
        }, receipt, log, ct);
    }

    /// <summary>A customer may have changed in the ERP, or a person asks.</summary>
    public async Task<EffectRun.Postponed?> CompareAsync(Connected connected, IErp erp, ICustomerRecords records, CompareCustomer asked, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (PairOf(connected, asked.Pair) is not { } pair) return await DropAsync(receipt, ct);
        if (asked.Id.Length == 0) return await OfferAsync(connected, pair, records, asked, receipt, log, ct);
        var record = await FindAsync(asked.Pair, asked.Id, ct);
        if (record.Storefront.Count == 0)
        {
            // Erased, or never told: the account is read first.
            await messages.OnceAsync(receipt, (unit, token) =>
                outbox.EnqueueAsync(unit, CustomerQueues.Reread(asked.Pair), new RereadRecord(asked.Pair, Entities.Customer, asked.Id, "comparison"), token), ct);
            return null;
        }

        return await comparison.RunAsync(connected, new Comparison
        {
            Pair = pair, Erp = erp, Records = records, Record = record, Cause = asked.Cause, Storefront = record.Storefront, Sequence = record.Sequence,
            Retry = Timeline.Retry(receipt.Queue, asked with { Cause = FoundBy.Operator }),
        }, receipt, log, ct);
    }

    /// <summary>The storefront has answered a write.</summary>
    public Task WrittenAsync(CustomerWritten written, Receipt receipt, CancellationToken ct) => messages.OnceAsync(receipt, async (unit, token) =>
    {
        var record = await store.FindAsync(unit, written.Pair, Entities.Customer, written.Id, token) ?? New(written.Pair, written.Id);
        if (record.ErpId.Length == 0) record = record with { ErpId = written.ErpId };
        var sent = written.Written.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        // What the shop shows by now is for its own next reading: it may be the customer's change on top of ours.
        record = record.WrittenToStorefront(sent, sent, time.GetUtcNow());
        if (written.Created) record = record with { Storefront = sent, Erp = sent };
        record = record with { Fields = Untaken(record, written.Untaken) };
        var email = record.Storefront.GetValueOrDefault(CustomerFields.Email);
        await store.SaveAsync(unit, record, email is { Length: > 0 } ? await emails.OfAsync(unit, email, token) : null, token);
        if (sent.Count == 0) return;
        await TwoWayStore.CountAsync(unit, written.Pair, Entities.Customer, TwoWayCounts.ToStorefront, 1, token);
        unit.AfterCommit(() => metrics.Out(written.Pair, CustomerQueues.ToStore));
    }, ct);

    // A customer that only the ERP has is offered to the shop; one that got an account meanwhile is found there by its e-mail.
    private async Task<EffectRun.Postponed?> OfferAsync(Connected connected, PairDefinition pair, ICustomerRecords records, CompareCustomer asked, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var read = await records.ReadAsync(asked.ErpId, ct);
        if (read is ReadOutcome<ErpCustomer>.Failed failed) return new EffectRun.Postponed(time.GetUtcNow() + TimeSpan.FromSeconds(2), "The ERP could not be read.", failed.Outcome);
        var values = read is ReadOutcome<ErpCustomer>.Found found ? mappings.Read(pair, records, found.Value.Record).Values : null;
        await messages.OnceAsync(receipt, async (unit, token) =>
        {
            if (values is null || values.GetValueOrDefault(CustomerFields.Email) is not { Length: > 0 } || await store.OfErpAsync(unit, asked.Pair, Entities.Customer, asked.ErpId, token) is not null) return;
            // Made by an order: a guest's customer gets no account, and an account that there is tells of itself.
            if (await LinkStore.OfErpAsync(unit, connected.Name, Entities.Customer, asked.ErpId, token) is not null) return;
            var key = new RecordKey(asked.Pair, Entities.Customer, asked.ErpId, asked.ErpId);
            if (pair.Mode == PairMode.Observe)
            {
                await timeline.TellAsync(unit, CustomerQueues.ToStore, key, "The pair only observes. An account would be made in the shop.", null, log.Calls, token, asked.ErpId);
                return;
            }

            await outbox.EnqueueAsync(unit, CustomerQueues.Store(asked.Pair),
                new WriteCustomer(asked.Pair, "", asked.ErpId, 1, [.. values.Select(field => new FieldWrite(field.Key, field.Value, null))]), token);
            await timeline.TellAsync(unit, CustomerQueues.ToStore, key, "Sent to the shop, which has no such account.", null, log.Calls, token, asked.ErpId);
        }, ct);
        return null;
    }

    private static Dictionary<string, TwoWayField> Untaken(TwoWayRecord record, IReadOnlyList<FieldWrite> untaken)
    {
        var fields = new Dictionary<string, TwoWayField>(record.Fields, StringComparer.Ordinal);
        foreach (var field in untaken)
            fields[field.Name] = (fields.GetValueOrDefault(field.Name) ?? new TwoWayField()) with { Base = new Agreed(field.Expected ?? "", field.Value) };
        return fields;
    }

    private static PairDefinition? PairOf(Connected connected, string name) => connected.Pair(name) is { Lanes.Customers: not null } pair ? pair : null;

    private async Task<TwoWayRecord> FindAsync(string pair, string id, CancellationToken ct) =>
        await database.TransactAsync((unit, token) => store.FindAsync(unit, pair, Entities.Customer, id, token), ct) ?? New(pair, id);

    private static TwoWayRecord New(string pair, string id) => new() { Pair = pair, Entity = Entities.Customer, Id = id };

    private async Task<EffectRun.Postponed?> DropAsync(Receipt receipt, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (_, _) => Task.CompletedTask, ct);
        return null;
    }
}
