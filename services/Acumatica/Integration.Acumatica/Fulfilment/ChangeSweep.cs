using System.Runtime.CompilerServices;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Fulfilment;

/// <summary>
/// Lists changed records along their key, because the guarantees of <c>$skip</c> and <c>$orderby</c> are not documented. Every page asks
/// for keys after the highest one seen, so a record that changes meanwhile is neither lost nor moves the pages.
/// </summary>
internal sealed class ChangeSweep(EntityClient client, SessionPool sessions, int pageSize)
{
    /// <summary>The pages; a failed one is the last.</summary>
    public async IAsyncEnumerable<ChangePage> PagesAsync(SweptEntity source, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = "";
        while (true)
        {
            var answer = await sessions.UseAsync(session => client.ListAsync(session, source.Entity, Query(source, since, after), ct), ct);
            if (answer.Failure is { } failure)
            {
                yield return new ChangePage([], answer.SourceTime, false, failure);
                yield break;
            }

            var records = answer.Records;
            var full = records.Count >= pageSize;
            if (KeyOrder.Refusal(records, source.Key, pageSize, source.Entity, "changed records") is { } refusal)
            {
                yield return new ChangePage([], answer.SourceTime, false, refusal);
                yield break;
            }

            yield return new ChangePage([.. records.Select(record => new ChangedRecord(source.Id(record), record.Moment(source.Stamp) ?? since))], answer.SourceTime, !full);
            if (!full) yield break;
            after = records[^1].Text(source.Key);
        }
    }

    private EntityQuery Query(SweptEntity source, DateTimeOffset since, string after)
    {
        List<string> filters = [Filter.Since(source.Stamp, since)];
        if (source.Only is not null) filters.Insert(0, source.Only);
        if (after.Length > 0) filters.Add(Filter.After(source.Key, after));
        return new EntityQuery { Filter = Filter.All(filters), Select = source.Select, Top = pageSize };
    }
}
