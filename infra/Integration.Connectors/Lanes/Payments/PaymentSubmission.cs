using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Payments;

/// <summary>Brings one movement of money into the ERP's books, exactly once; one that was embedded in the order is found there.</summary>
internal sealed class PaymentSubmission(DocumentMappings mappings, MappingGuard guard, EffectRunner effects, PaymentResults results, TimeProvider time)
{
    private static readonly TimeSpan WhileOff = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(string Pair, string Key), bool> _observed = new();

    /// <summary>The half that is paused when a mapping document stops everything.</summary>
    public static MappedHalf HalfOf(string pair, IErpPayments port) => MappedHalf.Writing(
        pair, LaneNames.Payments, [.. new[] { PaymentBooking.Payment, PaymentBooking.Journal }.Select(port.MappingOf).OfType<MappingPort>()]);

    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, IErp erp, PostPayment command, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (connected.Pair(command.Key.Pair) is not { Lanes.Payments: { } settings } pair) return Wait("The pair is disabled, or its payment lane is off.");
        if (erp.Payments is not { } port || port.MappingOf(settings.Booking) is not { } mapping)
        {
            await results.RefuseAsync(command, AttentionClasses.RejectedByErp, [new Reason("lanes.payments", $"This ERP cannot book payments as {Name(settings.Booking)}.")], receipt, log, ct);
            return null;
        }

        var mapped = mappings.Map(pair, mapping, PaymentSource.Of(command));
        var (@class, problems) = (mapped.Class, mapped.Problems);
        var wanted = new Money(command.Entry.Amount, command.Entry.Currency);
        if (mapped.Document is not null && problems.Count == 0 && port.AmountOf(settings.Booking, mapped.Document) is var booked && booked != wanted)
            (@class, problems) = (AttentionClasses.MappingFailed, [WrongAmount(booked, wanted, mapping.Name, mapped.Version)]);
        var half = HalfOf(pair.Name, port);
        if (mapped.Document is not { } document || problems.Count > 0)
        {
            if (await guard.FailedAsync(connected, half, pair, command.Entry.Key, problems, mapped.Version, ct) is { } paused) return paused;
            await results.RefuseAsync(command, @class, problems, receipt, log, ct);
            return null;
        }

        await guard.WorkedAsync(half, ct);
        var posting = new PaymentPosting(command.Entry, command.ErpOrder, command.Captures, settings);
        if (pair.Mode == PairMode.Live) return await PostAsync(connected, erp, port, command, posting, document, receipt, log, ct);
        if (_observed.TryAdd((pair.Name, command.Entry.Key), true)) await results.ObserveAsync(command, port.Plan(posting, document), log, ct);
        return Wait("The pair only observes.");
    }

    private async Task<EffectRun.Postponed?> PostAsync(
        Connected connected, IErp erp, IErpPayments port, PostPayment command, PaymentPosting posting, JsonObject document, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = new EffectKey(connected.Name, Entities.Payment, command.Entry.Key, "book"),
                Subject = $"{command.Key.Pair}/{command.Key.OrderId}",
                Revision = command.Attempt,
                // A refund that gives nothing back yet is there, and is asked for again under the next number.
                RepeatsByRevision = true,
                // Found but not yet released, or not yet voided, is what the write goes on with; the port itself never changes what shows something else.
                DifferentIsWritten = true,
                CallTime = connected.Definition.Deadline * 6,
                QuietTime = erp.LongestLateCommit,
                Epoch = connected.Epoch,
                Look = token => port.FindAsync(posting, document, token),
                Write = token => port.PostAsync(posting, document, token),
                First = port.IsNew(command.ErpOrder) ? token => port.PostAsync(posting with { IsFirst = true }, document, token) : null,
            },
            (unit, outcome, token) => results.CompleteAsync(unit, connected, command, outcome, receipt, log, token),
            ct);
        if (run is EffectRun.Superseded or EffectRun.Forbidden) await results.EndAsync(receipt, ct);
        return run as EffectRun.Postponed;
    }

    private static Reason WrongAmount(Money? booked, Money wanted, string document, int? version) => new(
        "amount", booked is { } amount ? $"The mapped document books {amount}, the shop shows {wanted}: correct the mapping document." : "The mapped entry does not balance: correct the mapping document.")
    {
        Cause = new ReasonCause { Document = document, Version = version, Rule = "amount" },
    };

    private static string Name(PaymentBooking booking) => booking == PaymentBooking.Journal ? "journal transactions" : "payments";

    private EffectRun.Postponed Wait(string reason) => new(time.GetUtcNow() + WhileOff, reason);
}
