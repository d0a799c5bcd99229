using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>
/// Changes columns of an account under the entity tag that it was read with. When somebody else was faster, what they changed decides: other columns are no hindrance, the same ones are left to the
/// comparison that their change brings about.
/// </summary>
internal sealed class AccountChange(DataverseClient client, AccountColumns columns, SeenAccounts seen)
{
    /// <summary>Writes the columns and answers with the account.</summary>
    public async Task<DataverseAnswer> WriteAsync(Guid id, JsonObject changed, CancellationToken ct)
    {
        var before = seen.Of(id);
        var answer = await SendAsync(id, changed, before, ct);
        if (!answer.IsStale || before is not { } known) return answer;
        var now = await client.ReadAsync(AccountStore.Set, id, columns.Shown, ct);
        if (now.Record is not { } current) return now;
        var theirs = changed.Select(column => column.Key).Where(column => !JsonNode.DeepEquals(known.Json[column], current.Json[column])).ToList();
        return theirs.Count > 0
            ? answer with { Failure = new WriteOutcome.Rejected([.. theirs.Select(column => new Reason(column, "Somebody else changed it in Dataverse just now: it is compared again with their value."))]) }
            : await SendAsync(id, changed, current, ct);
    }

    private async Task<DataverseAnswer> SendAsync(Guid id, JsonObject changed, DataverseRecord? read, CancellationToken ct)
    {
        var etag = read is { ETag.Length: > 0 } known ? known.ETag : null;
        var answer = await client.UpdateAsync(AccountStore.Set, id, AccountColumns.Written(changed), etag, columns.Shown, ct);
        if (answer.Record is { } stored) seen.Add(id, stored);
        return answer;
    }
}
