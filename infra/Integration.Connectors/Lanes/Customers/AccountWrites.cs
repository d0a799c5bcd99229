using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Writes fields to accounts of a storefront: only where it still shows what is expected, and answers with what was written.</summary>
internal sealed class AccountWrites(IDatabase database, EffectRunner effects, EmailHash emails, LookBook book, IInbox inbox, IOutbox outbox, LinkStore links, Timeline timeline, LaneMessage messages, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Carries out one message.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, IStorefront storefront, WriteCustomer command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        using var discretion = Discretion.Begin(PersonalValues.Of(command.Fields.SelectMany(field => new KeyValuePair<string, string>[] { new(field.Name, field.Value), new(field.Name, field.Expected ?? "") })));
        if (connected.Pair(command.Pair) is not { Lanes.Customers: not null, Mode: PairMode.Live } pair) return await EndAsync(command, "Not written: the lane is off, or the pair only observes.", receipt, log, ct);
        if (storefront.CustomerWriter is not { } writer) return await EndAsync(command, "This shop cannot take customers.", receipt, log, ct);
        return command.Id.Length == 0
            ? await CreateAsync(connected, storefront, writer, pair, command, receipt, log, ct)
            : await UpdateAsync(connected, storefront, writer, pair, command, receipt, log, ct);
    }

    private async Task<EffectRun.Postponed?> CreateAsync(
        Connected connected, IStorefront storefront, IStorefrontCustomerWriter writer, PairDefinition pair, WriteCustomer command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var values = command.Fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        var account = CustomerFields.With(new Customer { Id = "", Email = values[CustomerFields.Email], IsActive = true, Addresses = [] }, values);
        var hash = await database.TransactAsync((unit, token) => emails.OfAsync(unit, account.Email, token), ct);
        var intent = Intent(connected, storefront, EffectKey.ToCreate(connected.Name, Entities.Customer, hash), command) with
        {
            Look = token => writer.FindAsync(account.NormalisedEmail, token),
            Write = token => writer.CreateAsync(pair, account, token),
        };
        return Rest(await effects.RunAsync(intent, (unit, outcome, token) =>
            CompleteAsync(unit, writer, command, command.Fields, null, outcome, receipt, log, token), ct));
    }

    private async Task<EffectRun.Postponed?> UpdateAsync(
        Connected connected, IStorefront storefront, IStorefrontCustomerWriter writer, PairDefinition pair, WriteCustomer command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var read = await storefront.Customers!.ReadKnownAsync(pair, command.Id, ct);
        if (read is ReadOutcome<Customer>.Failed failed) return new EffectRun.Postponed(time.GetUtcNow() + Soon, "The shop could not be read.", failed.Outcome);
        if (read is not ReadOutcome<Customer>.Found found) return await EndAsync(command, "Not written: the shop no longer has the account.", receipt, log, ct);
        var shown = CustomerFields.Of(found.Value);
        // What somebody changed meanwhile is not written over: the account is read again and compared.
        var still = command.Fields.Where(field => writer.Fields.Contains(field.Name) && (shown[field.Name].Trim() == field.Value || shown[field.Name].Trim() == field.Expected)).ToList();
        var missing = still.Where(field => shown[field.Name].Trim() != field.Value).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        if (missing.Count == 0)
        {
            await messages.OnceAsync(receipt, (unit, token) => AnswerAsync(unit, writer, command, command.Id, [], shown, false, "The shop shows it already, or was changed meanwhile", log, token), ct);
            return null;
        }

        var wanted = CustomerFields.With(found.Value, still.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));
        var intent = Intent(connected, storefront, new EffectKey(connected.Name, Entities.Customer, command.Id, "update"), command) with
        {
            Revision = command.Revision,
            RepeatsByRevision = true,
            DifferentIsWritten = true,
            Look = async token => await storefront.Customers.ReadKnownAsync(pair, command.Id, token) switch
            {
                ReadOutcome<Customer>.Found now when missing.All(name => CustomerFields.Of(now.Value)[name].Trim() == still.First(field => field.Name == name).Value) => new LookOutcome.Same(Ref(command.Id)),
                ReadOutcome<Customer>.Failed broken => new LookOutcome.Failed(broken.Outcome),
                _ => new LookOutcome.Different(Ref(command.Id), []),
            },
            Write = token => writer.UpdateAsync(pair, wanted, missing, token),
        };
        return Rest(await effects.RunAsync(intent, (unit, outcome, token) => CompleteAsync(unit, writer, command, still, shown, outcome, receipt, log, token), ct));
    }

    private static EffectIntent Intent(Connected connected, IStorefront storefront, EffectKey key, WriteCustomer command) => new()
    {
        Key = key,
        Subject = $"{command.Pair}/{command.ErpId}",
        CallTime = connected.Definition.Deadline * 6,
        QuietTime = storefront.LongestLateCommit,
        Epoch = connected.Epoch,
        Look = _ => Task.FromResult<LookOutcome>(new LookOutcome.NotFound()),
        Write = _ => Task.FromResult<WriteOutcome>(new WriteOutcome.Unavailable("")),
    };

    private async Task CompleteAsync(
        IUnit unit, IStorefrontCustomerWriter writer, WriteCustomer command, IReadOnlyList<FieldWrite> written, IReadOnlyDictionary<string, string>? shown, WriteOutcome outcome,
        Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        switch (outcome)
        {
            case WriteOutcome.Done done:
                await AnswerAsync(unit, writer, command, done.Ref.Id, written, shown, command.Id.Length == 0, "Written to the shop", log, ct);
                break;
            case WriteOutcome.AlreadyDone done:
                await AnswerAsync(unit, writer, command, done.Ref.Id, command.Id.Length == 0 ? [] : written, shown, false, "The shop has it already", log, ct);
                break;
            default:
                var reasons = outcome is WriteOutcome.Rejected rejected ? rejected.Reasons : ((WriteOutcome.Differs)outcome).Fields;
                var @class = outcome is WriteOutcome.Rejected ? AttentionClasses.RejectedByStorefront : AttentionClasses.AmbiguousMatch;
                await timeline.TellAsync(unit, CustomerQueues.ToStore, Key(command), $"Not written to the shop ({@class}).", RecordStates.Attention, log.Calls, ct, command.ErpId);
                await timeline.RaiseAsync(unit, CustomerQueues.ToStore, Key(command), @class, reasons, "The shop did not take the customer. Mend the cause, then retry.",
                    Timeline.Retry(CustomerQueues.Erp(command.Pair), new CompareCustomer(command.Pair, command.Id, command.ErpId, FoundBy.Operator)), ct);
                break;
        }
    }

    private async Task AnswerAsync(
        IUnit unit, IStorefrontCustomerWriter writer, WriteCustomer command, string id, IReadOnlyList<FieldWrite> written, IReadOnlyDictionary<string, string>? shown, bool created, string what,
        CallLog log, CancellationToken ct)
    {
        var taken = written.Where(field => writer.Fields.Contains(field.Name)).ToList();
        var untaken = command.Fields.Where(field => !writer.Fields.Contains(field.Name)).Select(field => field with { Expected = shown?.GetValueOrDefault(field.Name) ?? "" }).ToList();
        await outbox.EnqueueAsync(unit, CustomerQueues.Erp(command.Pair), new CustomerWritten(command.Pair, id, command.ErpId, created, taken, untaken), ct);
        await links.StoreAsync(unit, AccountSource.Tie(command.Pair, id, command.ErpId), ct);
        // Read again in any case: what comes back is known as an echo, and what the customer changed meanwhile is not missed.
        await book.MarkAnewAsync(unit, new LookKey(command.Pair, Entities.Customer, id), ct);
        await timeline.ClearAsync(unit, Key(command), AttentionClasses.RejectedByStorefront, "The shop took the customer.", ct);
        await timeline.TellAsync(unit, CustomerQueues.ToStore, new RecordKey(command.Pair, Entities.Customer, id, id),
            $"{what}: {(taken.Count > 0 ? string.Join(", ", taken.Select(field => field.Name)) : "nothing")}.", null, log.Calls, ct, command.ErpId);
    }

    private async Task<EffectRun.Postponed?> EndAsync(WriteCustomer command, string why, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => timeline.TellAsync(unit, CustomerQueues.ToStore, Key(command), why, null, log.Calls, token, command.ErpId), ct);
        return null;
    }

    private static EffectRun.Postponed? Rest(EffectRun run) => run as EffectRun.Postponed;

    private static RecordKey Key(WriteCustomer command) => command.Id.Length > 0
        ? new RecordKey(command.Pair, Entities.Customer, command.Id, command.Id)
        : new RecordKey(command.Pair, Entities.Customer, command.ErpId, command.ErpId);

    private static RecordRef Ref(string id) => new(Entities.Customer, id, id);
}
