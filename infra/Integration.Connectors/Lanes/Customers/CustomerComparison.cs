using System.Text.Json.Nodes;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>
/// Compares a customer's account with the ERP's customer and writes what changed, in the ERP's adapter: the only place that knows both sides and what was
/// agreed (<c>docs/adr/0064-both-sides-of-a-record-are-compared-in-one-place.md</c>).
/// </summary>
internal sealed class CustomerComparison(CustomerMatching matching, CustomerMappings mappings, CustomerErpWrites writes, CustomerRecordKeeping keeping, MappingGuard guard, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>The half that is paused when a mapping document stops everything.</summary>
    public static MappedHalf HalfOf(string pair, ICustomerRecords records) => MappedHalf.Writing(pair, CustomerQueues.ToErp, records.ToErp, records.ToStore);

    /// <summary>Compares once.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, Comparison comparison, Receipt receipt, CallLog log, CancellationToken ct)
    {
        using var discretion = Discretion.Begin(PersonalValues.Of(comparison.Storefront.Concat(comparison.Record.Storefront).Concat(comparison.Record.Erp)));
        switch (await matching.FindAsync(connected, comparison, ct))
        {
            case CustomerMatch.Later later:
                return later.Postponed;
            case CustomerMatch.None none:
                return await keeping.LeaveAsync(comparison, none.Why, receipt, log, ct);
            case CustomerMatch.Doubtful doubtful:
                return await keeping.RaiseAsync(comparison, AttentionClasses.AmbiguousMatch, doubtful.Reasons, doubtful.Advice, receipt, log, ct);
            case CustomerMatch.New:
                return await MakeAsync(connected, comparison, receipt, log, ct);
            case CustomerMatch.Known known:
                return await MeetAsync(connected, comparison with { Record = comparison.Record with { ErpId = known.ErpId } }, receipt, log, ct);
            default:
                throw new InvalidOperationException("A match of a new kind.");
        }
    }

    private async Task<EffectRun.Postponed?> MakeAsync(Connected connected, Comparison comparison, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var document = mappings.Write(comparison.Pair, comparison.Records, comparison.Record.Id, comparison.Storefront);
        if (document.Document is not { } made) return await UnmappedAsync(connected, comparison, document, receipt, log, ct);
        await guard.WorkedAsync(HalfOf(comparison.Pair.Name, comparison.Records), ct);
        if (comparison.Pair.Mode == PairMode.Observe) return await keeping.ObserveAsync(comparison, "It would be made in the ERP.", receipt, log, ct);
        return await writes.CreateAsync(connected, comparison, made, receipt, log, ct);
    }

    private async Task<EffectRun.Postponed?> MeetAsync(Connected connected, Comparison comparison, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var read = await comparison.Records.ReadAsync(comparison.Record.ErpId, ct);
        switch (read)
        {
            case ReadOutcome<ErpCustomer>.Failed failed:
                return new EffectRun.Postponed(time.GetUtcNow() + Soon, "The ERP could not be read.", failed.Outcome);
            case ReadOutcome<ErpCustomer>.Unreadable unreadable:
                return await keeping.RaiseAsync(comparison, AttentionClasses.Unreadable, unreadable.Reasons, "Mend the cause, then retry.", receipt, log, ct);
            case not ReadOutcome<ErpCustomer>.Found:
                return await keeping.RaiseAsync(comparison, AttentionClasses.Unreadable,
                    [new Reason("", $"The ERP no longer has the customer {comparison.Record.ErpId}.")], "Restore it in the ERP, then retry.", receipt, log, ct);
        }

        var record = ((ReadOutcome<ErpCustomer>.Found)read).Value.Record;
        var erp = mappings.Read(comparison.Pair, comparison.Records, record);
        if (erp.Values is not { } values) return await UnmappedAsync(connected, comparison, erp.Mapped, receipt, log, ct);
        var shop = mappings.Write(comparison.Pair, comparison.Records, comparison.Record.Id, comparison.Storefront);
        if (shop.Document is not { } asErp) return await UnmappedAsync(connected, comparison, shop, receipt, log, ct);
        await guard.WorkedAsync(HalfOf(comparison.Pair.Name, comparison.Records), ct);
        var known = Acquainted(comparison, asErp, values) with { Erp = values, Storefront = comparison.Storefront, Sequence = Math.Max(comparison.Sequence, comparison.Record.Sequence) };
        var merge = RecordMerge.Of(CustomerMappings.Rules(comparison.Pair), known, comparison.Storefront, values);
        comparison = comparison with { Record = known.Met(merge.Converged) };
        if (comparison.Pair.Mode == PairMode.Observe)
            return await keeping.ObserveAsync(comparison, $"To the ERP: {Names(merge.ToErp.Keys)}; to the shop: {Names(merge.ToStorefront.Keys)}; for a person: {Names(merge.Conflicts.Select(conflict => conflict.Field))}.", receipt, log, ct);
        if (merge.ToErp.Count == 0) return await keeping.KeepAsync(comparison, merge, receipt, log, ct);
        var before = mappings.Write(comparison.Pair, comparison.Records, comparison.Record.Id, values);
        var wanted = mappings.Write(comparison.Pair, comparison.Records, comparison.Record.Id, Laid(values, merge.ToErp));
        if (before.Document is null || wanted.Document is null) return await UnmappedAsync(connected, comparison, wanted.Document is null ? wanted : before, receipt, log, ct);
        return await writes.UpdateAsync(connected, comparison, merge, DocumentDifference.Of(before.Document, wanted.Document), receipt, log, ct);
    }

    private async Task<EffectRun.Postponed?> UnmappedAsync(Connected connected, Comparison comparison, MappedDocument mapped, Receipt receipt, CallLog log, CancellationToken ct) =>
        await guard.FailedAsync(connected, HalfOf(comparison.Pair.Name, comparison.Records), comparison.Pair, comparison.Record.Id, mapped.Problems, mapped.Version, ct)
        ?? await keeping.UnmappedAsync(comparison, mapped, receipt, log, ct);

    // Where nothing was agreed, what the ERP would show of the shop's value is the same value, however it spells it.
    private TwoWayRecord Acquainted(Comparison comparison, JsonObject asErp, IReadOnlyDictionary<string, string> erp)
    {
        var spelled = mappings.Read(comparison.Pair, comparison.Records, asErp).Values;
        var fields = new Dictionary<string, TwoWayField>(comparison.Record.Fields, StringComparer.Ordinal);
        foreach (var (name, value) in comparison.Storefront)
        {
            if (fields.GetValueOrDefault(name)?.Base is null && spelled?.GetValueOrDefault(name) is { } shown && erp.GetValueOrDefault(name) == shown)
                fields[name] = new TwoWayField { Base = new Agreed(value, shown) };
        }

        return comparison.Record with { Fields = fields };
    }

    private static Dictionary<string, string> Laid(IReadOnlyDictionary<string, string> under, IReadOnlyDictionary<string, string> over)
    {
        var laid = new Dictionary<string, string>(under, StringComparer.Ordinal);
        foreach (var (name, value) in over) laid[name] = value;
        return laid;
    }

    private static string Names(IEnumerable<string> fields) => string.Join(", ", fields) is { Length: > 0 } names ? names : "nothing";
}
