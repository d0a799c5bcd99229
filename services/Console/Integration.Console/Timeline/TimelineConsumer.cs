using Integration.Console.Alerts;
using Integration.Console.Attention;
using Integration.Console.Backfills;
using Integration.Console.Connections;
using Integration.Console.Lanes;
using Integration.Console.Records;
using Integration.Console.Retries;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Console.Timeline;

/// <summary>Takes what the services report: activities, attention, states of connections and lanes, notices of rules, corrections of pairs.</summary>
internal sealed class TimelineConsumer(
    SharedTransactions database, IInbox inbox, AlertOutbox alerts, NoticeDesk notices, BulkRetries retries)
    : IConsumer<ActivityRecorded>, IConsumer<AttentionRaised>, IConsumer<AttentionCleared>, IConsumer<ConnectionReported>, IConsumer<LaneReported>, IConsumer<NoticeRaised>,
      IConsumer<PairCorrected>, IConsumer<BackfillReported>
{
    public Task Consume(ConsumeContext<ActivityRecorded> context) => OnceAsync(context, RecordStore.AddAsync);

    public Task Consume(ConsumeContext<AttentionRaised> context) => OnceAsync(context, async (unit, raised, ct) =>
    {
        if (await AttentionStore.RaiseAsync(unit, raised, ct)) await alerts.AttentionAsync(unit, raised, ct);
    });

    public Task Consume(ConsumeContext<AttentionCleared> context) => OnceAsync(context, AttentionStore.ClearAsync);

    public Task Consume(ConsumeContext<PairCorrected> context) => OnceAsync(context, retries.CorrectedAsync);

    public Task Consume(ConsumeContext<ConnectionReported> context) => OnceAsync(context, async (unit, reported, ct) =>
    {
        var before = await ConnectionStore.ReportAsync(unit, reported, ct);
        await alerts.ConnectionAsync(unit, before, reported, ct);
    });

    public Task Consume(ConsumeContext<LaneReported> context) => OnceAsync(context, LaneStore.ReportAsync);

    public Task Consume(ConsumeContext<BackfillReported> context) => OnceAsync(context, BackfillStore.ReportAsync);

    public Task Consume(ConsumeContext<NoticeRaised> context) => OnceAsync(context, notices.TakeAsync);

    private Task OnceAsync<T>(ConsumeContext<T> context, Func<IUnit, T, CancellationToken, Task> store) where T : class =>
        database.TransactAsync(async (unit, ct) =>
        {
            if (await inbox.TakeAsync(unit, Receipt.From(context), ct)) await store(unit, context.Message, ct);
        }, context.CancellationToken);
}
