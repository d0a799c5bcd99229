using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>Looks accounts up and makes them.</summary>
internal sealed class AccountStore(DataverseClient client, AccountColumns columns, AccountKeys keys, JsonObject defaults)
{
    /// <summary>The set.</summary>
    public static string Set => AccountColumns.Model.Set;

    /// <summary>Accounts with a value in a column, case apart.</summary>
    /// <param name="column">The column; personal data.</param>
    /// <param name="value">What it holds, without surrounding spaces.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(IReadOnlyList<DataverseRecord> Found, WriteOutcome? Failure)> WithAsync(string column, string value, CancellationToken ct)
    {
        if (value.Length == 0) return ([], null);
        var page = await client.AllAsync(Set, new EntityQuery { Filter = Filter.Equal(column, value), IsPersonal = true, Select = columns.Shown.Select, OrderBy = AccountColumns.Id }, ct);
        // The database leaves accents and trailing spaces apart too.
        return page.Failure is { } failure ? ([], failure) : ([.. page.Records.Where(account => Same(account.Text(column), value))], null);
    }

    /// <summary>Makes an account, or finds the one of its e-mail address that somebody else has made just now.</summary>
    public async Task<(DataverseRecord? Account, bool IsNew, WriteOutcome? Failure)> MakeAsync(JsonObject document, CancellationToken ct)
    {
        var record = AccountColumns.Written(document);
        foreach (var column in record.Where(entry => entry.Value is null).Select(entry => entry.Key).ToList()) record.Remove(column);
        foreach (var (column, value) in defaults) record.TryAdd(column, value?.DeepClone());
        var email = (string?)record[AccountColumns.Email] ?? "";
        foreach (var key in keys.Of(email.ToLowerInvariant()))
        {
            var answer = await client.CreateAsync(Set, key, record, columns.Shown, ct);
            if (!answer.IsDuplicate) return Made(answer);
            var there = await client.ReadAsync(Set, key, columns.Shown, ct);
            // Deleted meanwhile, or of somebody who has another address now: the next key is free of it.
            if (there.Missing || (there.Record is { } other && !Same(other.Text(AccountColumns.Email), email))) continue;
            return there.Failure is { } unread ? (null, false, unread) : (there.Record, false, null);
        }

        return Made(await client.CreateAsync(Set, record, columns.Shown, ct));
    }

    /// <summary>Texts that mean the same address or number.</summary>
    public static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static (DataverseRecord? Account, bool IsNew, WriteOutcome? Failure) Made(DataverseAnswer answer) => answer.Failure is { } failure ? (null, false, failure)
        : answer.Record is { } account && account.Id(AccountColumns.Id) is not null ? (account, true, null)
        : (null, false, new WriteOutcome.Unknown("Dataverse answered a write without the account."));

    /// <summary>Why an account that was stored without its e-mail address is not done: the next order would make another one.</summary>
    public static Reason NoEmail() => new(AccountColumns.Email, "Dataverse did not store the e-mail address: check plug-ins and column security of the account.");
}
