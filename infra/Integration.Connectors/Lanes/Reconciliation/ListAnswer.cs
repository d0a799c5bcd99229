using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Lanes.Reconciliation.Lists;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Reconciliation;

/// <summary>Reads a part of a list and sends it to the reconciliation. A part is bounded, so that no message and no side's memory grows with the shop.</summary>
internal sealed class ListAnswer(IEnumerable<ILaneLists> lists, LaneMessage messages, IOutbox outbox, TimeProvider time)
{
    private const int EnoughRecords = 200;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Reads pages until there is enough for one answer.</summary>
    public async Task<EffectRun.Postponed?> GiveAsync(Connected connected, ListRecords asked, Receipt receipt, CancellationToken ct)
    {
        var answer = new RecordsListed { Run = asked.Run, Side = asked.Side, Entity = asked.Entity, Pass = asked.Pass, Part = asked.Part };
        if (connected.Pair(asked.Pair) is not { } pair) return await SendAsync(answer with { Problem = "The pair is disabled." }, receipt, ct);
        if (ListsOf(connected.Connector, pair).FirstOrDefault(list => list.Entity == asked.Entity) is not { } list)
            return await SendAsync(answer with { Supported = false, Problem = NoList.Why(connected.Connector, pair, asked.Entity) }, receipt, ct);
        var days = asked is { FirstDay: { } first, LastDay: { } last } ? DaySpan.Of(first, last, pair.TimeZone) : null;
        var (began, cursor, records) = (time.GetUtcNow(), asked.Cursor, new List<ListedRecord>());
        do
        {
            switch (await list.PageAsync(new ListQuestion(pair, days, cursor), ct))
            {
                case ListPage.Read page:
                    records.AddRange(list.PersonalKeys ? page.Records.Select(record => SaltedKey.Hide(record, asked.Salt)) : page.Records);
                    cursor = page.Next;
                    break;
                case ListPage.Failed { Outcome: WriteOutcome.Rejected rejected }:
                    return await SendAsync(answer with { Problem = string.Join(' ', rejected.Reasons.Select(reason => reason.Message)) }, receipt, ct);
                case ListPage.Failed failed:
                    return new EffectRun.Postponed(time.GetUtcNow() + Soon, "The list cannot be read just now.", failed.Outcome);
            }
        }
        while (cursor is not null && records.Count < EnoughRecords && time.GetUtcNow() - began < LongEnough);

        return await SendAsync(answer with { Records = records, Next = cursor }, receipt, ct);
    }

    private IEnumerable<IRecordList> ListsOf(IConnector connector, PairDefinition pair) => connector.Lists.Concat(lists.SelectMany(lane => lane.Of(connector, pair)));

    private async Task<EffectRun.Postponed?> SendAsync(RecordsListed answer, Receipt receipt, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => outbox.EnqueueAsync(unit, Queues.Reconciliation, answer, token), ct);
        return null;
    }
}
