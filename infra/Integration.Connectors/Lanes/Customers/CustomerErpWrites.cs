using System.Text.Json.Nodes;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Makes and changes the ERP's customers as effects.</summary>
internal sealed class CustomerErpWrites(
    IDatabase database, EffectRunner effects, LinkStore links, LookBook looks, CustomerMatching matching, CustomerMappings mappings, CustomerRecordKeeping keeping, TimeProvider time)
{
    /// <summary>Makes the customer, once per e-mail over all shops of the ERP and whatever orders do meanwhile.</summary>
    public async Task<EffectRun.Postponed?> CreateAsync(Connected connected, Comparison comparison, JsonObject document, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var email = comparison.Account!.NormalisedEmail;
        var hash = await database.TransactAsync((unit, token) => matching.HashAsync(unit, email, token), ct);
        var intent = Intent(connected, comparison, EffectKey.ToCreate(connected.Name, Entities.Customer, hash)) with
        {
            Look = async token => LookOf(await comparison.Records.WithEmailAsync(email, token)),
            Write = token => comparison.Records.CreateAsync(document, token),
        };
        return Rest(await effects.RunAsync(intent, (unit, outcome, token) => MadeAsync(unit, connected, comparison, hash, outcome, receipt, log, token), ct));
    }

    /// <summary>Changes the fields of the customer that changed in the shop.</summary>
    public async Task<EffectRun.Postponed?> UpdateAsync(
        Connected connected, Comparison comparison, RecordMerge merge, JsonObject changed, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var erpId = comparison.Record.ErpId;
        JsonObject? seen = null;
        var intent = Intent(connected, comparison, new EffectKey(connected.Name, Entities.Customer, $"{comparison.Pair.Name}/{comparison.Record.Id}", "update")) with
        {
            Revision = comparison.Record.Writes + 1,
            RepeatsByRevision = true,
            DifferentIsWritten = true,
            Look = async token => await comparison.Records.ReadAsync(erpId, token) switch
            {
                ReadOutcome<ErpCustomer>.Found found => Compared(found.Value, changed, seen = found.Value.Record),
                ReadOutcome<ErpCustomer>.Failed failed => new LookOutcome.Failed(failed.Outcome),
                _ => new LookOutcome.Failed(new WriteOutcome.Rejected([new Reason("", $"The ERP no longer shows the customer {erpId}.")])),
            },
            Write = token => comparison.Records.UpdateAsync(erpId, changed, token),
        };
        return Rest(await effects.RunAsync(intent, (unit, outcome, token) => WrittenAsync(unit, connected, comparison, merge, seen, outcome, receipt, log, token), ct));
    }

    private static EffectIntent Intent(Connected connected, Comparison comparison, EffectKey key) => new()
    {
        Key = key,
        Subject = $"{comparison.Pair.Name}/{comparison.Record.Id}",
        CallTime = connected.Definition.Deadline * 3,
        QuietTime = comparison.Erp.LongestLateCommit,
        Epoch = connected.Epoch,
        Look = _ => Task.FromResult<LookOutcome>(new LookOutcome.NotFound()),
        Write = _ => Task.FromResult<WriteOutcome>(new WriteOutcome.Unavailable("")),
    };

    private async Task MadeAsync(IUnit unit, Connected connected, Comparison comparison, string hash, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (RefOf(outcome) is not { } made)
        {
            await keeping.RefusedAsync(unit, comparison, outcome, receipt, log, ct);
            return;
        }

        await LinkAsync(unit, connected, hash, made, ct);
        // A sweep that read it before this commit knew nobody who asked: what changed there meanwhile must not be taken for what was agreed.
        await looks.MarkAnewAsync(unit, new LookKey(LookKey.OfConnection(connected.Name), Entities.Customer, made.Id), ct);
        // One that was found has values of its own: it is met by the comparison that follows.
        var record = comparison.Record with { ErpId = made.Id, Sequence = comparison.Sequence, Storefront = comparison.Storefront };
        var answer = (outcome as WriteOutcome.Done)?.Echo is { } echo ? mappings.Read(comparison.Pair, comparison.Records, (JsonObject)JsonNode.Parse(echo)!).Values : null;
        if (answer is not null) record = record.WrittenToErp(comparison.Storefront, answer, time.GetUtcNow()) with { Erp = answer };
        await keeping.MadeAsync(unit, comparison with { Record = record }, hash, answer is not null, receipt, log, ct);
    }

    private async Task WrittenAsync(
        IUnit unit, Connected connected, Comparison comparison, RecordMerge merge, JsonObject? seen, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var record = comparison.Record with { Writes = comparison.Record.Writes + 1 };
        var shown = (outcome as WriteOutcome.Done)?.Echo is { } echo ? (JsonObject)JsonNode.Parse(echo)! : seen;
        if (RefOf(outcome) is not { } written || shown is null)
        {
            await keeping.RefusedAsync(unit, comparison with { Record = record }, outcome, receipt, log, ct);
            return;
        }

        var answer = mappings.Read(comparison.Pair, comparison.Records, shown).Values ?? new Dictionary<string, string>();
        // A role that may not edit a field gets 200 with the old value.
        var untaken = merge.ToErp.Where(field => answer.GetValueOrDefault(field.Key) is { } now && now != field.Value && now == comparison.Record.Erp.GetValueOrDefault(field.Key)).Select(field => field.Key).ToList();
        if (untaken.Count > 0)
        {
            await keeping.RefusedAsync(unit, comparison with { Record = record }, new WriteOutcome.Differs(written,
                [.. untaken.Select(field => new Reason(field, "The ERP kept its old value: check the user's rights to the form."))]), receipt, log, ct);
            return;
        }

        record = record.WrittenToErp(merge.ToErp, answer, time.GetUtcNow()) with { Erp = answer };
        if (merge.ToErp.TryGetValue(CustomerFields.Email, out var email)) await LinkAsync(unit, connected, await matching.HashAsync(unit, email, ct), written, ct);
        await keeping.KeepAsync(unit, comparison with { Record = record }, merge, receipt, log, ct);
    }

    private Task LinkAsync(IUnit unit, Connected connected, string hash, RecordRef customer, CancellationToken ct) => links.StoreAsync(unit, new Link
    {
        Scope = LookKey.OfConnection(connected.Name), Entity = Entities.Customer, StorefrontId = hash, Connection = connected.Name, ErpId = customer.Id, ErpNumber = customer.Number,
    }, ct);

    private static RecordRef? RefOf(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Done done => done.Ref,
        WriteOutcome.AlreadyDone done => done.Ref,
        _ => null,
    };

    private static LookOutcome LookOf(ErpCustomerMatches found) => found switch
    {
        { Failure: { } failure } => new LookOutcome.Failed(failure),
        { Customers: [] } => new LookOutcome.NotFound(),
        { Customers: [var only] } => new LookOutcome.Same(Ref(only)),
        { Customers: var several } => new LookOutcome.Different(Ref(several[0]), [new Reason("email", "Several customers of the ERP have the account's e-mail address.")]),
    };

    private static LookOutcome Compared(ErpCustomer customer, JsonObject changed, JsonObject record) =>
        DocumentDifference.IsShown(changed, record) ? new LookOutcome.Same(Ref(customer)) : new LookOutcome.Different(Ref(customer), []);

    private static RecordRef Ref(ErpCustomer customer) => new(Entities.Customer, customer.Id, customer.Number);

    private EffectRun.Postponed? Rest(EffectRun run) => run switch
    {
        EffectRun.Postponed postponed => postponed,
        // Another message wrote meanwhile: what is left is seen by comparing anew.
        EffectRun.Superseded or EffectRun.Forbidden => new EffectRun.Postponed(time.GetUtcNow() + TimeSpan.FromSeconds(1), "A later write was faster."),
        _ => null,
    };
}
