using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.Sweeps;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>Accounts as records of their own. A change of ours comes back with its stamp, is compared, and equals what was agreed.</summary>
internal sealed class DataverseCustomerRecords(DataverseClient client, AccountStore store, AccountColumns columns, int pageSize) : ICustomerRecords
{
    private readonly ModifiedSweep _sweep = new(client, pageSize);
    private readonly SeenAccounts _seen = new();

    /// <inheritdoc />
    public MappingPort ToErp { get; } = AccountMapping.ToErp(columns);

    /// <inheritdoc />
    public MappingPort ToStore { get; } = AccountMapping.ToStore(columns);

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct) =>
        _sweep.PagesAsync(new SweptTable(AccountStore.Set, AccountColumns.Id, account => account.Text(AccountColumns.Id)), since, ct);

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpCustomer>> ReadAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var account)) return new ReadOutcome<ErpCustomer>.NotFound();
        var answer = await client.ReadAsync(AccountStore.Set, account, columns.Shown, ct);
        if (answer.Record is { } read) _seen.Add(account, read);
        return answer switch
        {
            { Missing: true } => new ReadOutcome<ErpCustomer>.NotFound(),
            { Failure: WriteOutcome.Rejected rejected } => new ReadOutcome<ErpCustomer>.Unreadable(rejected.Reasons),
            { Failure: { } failure } => new ReadOutcome<ErpCustomer>.Failed(failure),
            { Record: { } record } when AccountReading.Of(record, columns.Fields) is { } customer => new ReadOutcome<ErpCustomer>.Found(customer),
            _ => new ReadOutcome<ErpCustomer>.Unreadable([new Reason(AccountColumns.Stamp, "The account came without id or change stamp: check the application user's role.")]),
        };
    }

    /// <inheritdoc />
    public async Task<ErpCustomerPage> PageAsync(string? after, CancellationToken ct)
    {
        var page = after is null
            ? await client.ListAsync(AccountStore.Set, new EntityQuery { Select = columns.Shown.Select, PageSize = pageSize }, ct)
            : await client.NextAsync(after, pageSize, ct);
        return page.Failure is { } failure
            ? new ErpCustomerPage([], null, failure)
            : new ErpCustomerPage([.. page.Records.Select(account => AccountReading.Of(account, columns.Fields)).OfType<ErpCustomer>()], page.Next);
    }

    /// <inheritdoc />
    public Task<ErpCustomerMatches> WithEmailAsync(string email, CancellationToken ct) => WithAsync(AccountColumns.Email, email.Trim().ToLowerInvariant(), ct);

    /// <inheritdoc />
    public Task<ErpCustomerMatches> WithPhoneAsync(string phone, CancellationToken ct) => WithAsync(AccountColumns.Phone, phone.Trim(), ct);

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(JsonObject document, CancellationToken ct)
    {
        if (AccountColumns.Problems(document) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var (account, isNew, failure) = await store.MakeAsync(document, ct);
        if (failure is not null) return failure;
        // One that was made by somebody else just now has values of its own.
        if (!isNew) return new WriteOutcome.AlreadyDone(AccountReading.Ref(account!.Value));
        return AccountStore.Same(account!.Value.Text(AccountColumns.Email), (string?)document[AccountColumns.Email] ?? "")
            ? Done(account.Value)
            : new WriteOutcome.Differs(AccountReading.Ref(account.Value), [AccountStore.NoEmail()]);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> UpdateAsync(string id, JsonObject changed, CancellationToken ct)
    {
        if (AccountColumns.Problems(changed) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        if (!Guid.TryParse(id, out var account)) return Gone(id);
        var answer = await new AccountChange(client, columns, _seen).WriteAsync(account, changed, ct);
        return answer switch
        {
            { Missing: true } => Gone(id),
            { Failure: { } failure } => failure,
            { Record: { } record } when record.Id(AccountColumns.Id) is not null => Done(record),
            _ => new WriteOutcome.Unknown($"Dataverse answered the change of account {id} without it."),
        };
    }

    private async Task<ErpCustomerMatches> WithAsync(string column, string value, CancellationToken ct)
    {
        var (found, failure) = await store.WithAsync(column, value, ct);
        return new ErpCustomerMatches([.. found.Select(account => AccountReading.Of(account, columns.Fields)).OfType<ErpCustomer>()], failure);
    }

    private WriteOutcome Done(DataverseRecord account) => AccountReading.Of(account, columns.Fields) is { } customer
        ? new WriteOutcome.Done(AccountReading.Ref(account), customer.Record.ToJsonString())
        : new WriteOutcome.Unknown("Dataverse answered a write without the account's change stamp.");

    private static WriteOutcome.Rejected Gone(string id) => new([new Reason(AccountColumns.Id, $"The account {id} is no longer in Dataverse.")]);
}
