using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Customers;

/// <summary>Customers (All customers) as records of their own. The primary contact holds e-mail and telephone, the primary address the address.</summary>
internal sealed class FinanceCustomerRecords : ICustomerRecords
{
    private const string Set = "CustomersV3";
    private const string Account = "CustomerAccount";
    private const string Email = "PrimaryContactEmail";
    private const string Phone = "PrimaryContactPhone";

    private readonly FinanceClient _client;
    private readonly DynamicsSettings _settings;
    private readonly IReadOnlyList<string> _fields;
    private readonly ListingPace _pace;

    public FinanceCustomerRecords(FinanceClient client, DynamicsSettings settings, TimeProvider clock)
    {
        (_client, _settings) = (client, settings);
        var record = new CustomerRecordSchema(settings);
        _fields = record.Fields;
        _pace = new ListingPace(settings.ListEvery, clock);
        ToErp = CustomerMapping.ToErp(settings);
        ToStore = CustomerMapping.ToStore(record);
    }

    /// <inheritdoc />
    public MappingPort ToErp { get; }

    /// <inheritdoc />
    public MappingPort ToStore { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!_pace.IsDue)
        {
            yield return new ChangePage([], null, Last: true);
            yield break;
        }

        string? after = null;
        do
        {
            var (page, customers) = await ReadPageAsync(after, ct);
            after = page.Failure is null ? After(page) : null;
            if (page.Failure is null && after is null) _pace.Listed();
            yield return new ChangePage(
                [.. customers.Select(customer => new ChangedRecord(customer.Id, customer.ChangedAt) { Content = customer.Record.ToJsonString() })],
                page.SourceTime, Last: page.Failure is null && after is null, page.Failure) { IsWhole = true };
        }
        while (after is not null);
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpCustomer>> ReadAsync(string id, CancellationToken ct)
    {
        var (found, failure) = await WithAsync(Account, id, personal: false, ct);
        return failure switch
        {
            null => found.Count > 0 ? new ReadOutcome<ErpCustomer>.Found(found[0]) : new ReadOutcome<ErpCustomer>.NotFound(),
            WriteOutcome.Rejected rejected => new ReadOutcome<ErpCustomer>.Unreadable(rejected.Reasons),
            _ => new ReadOutcome<ErpCustomer>.Failed(failure),
        };
    }

    /// <inheritdoc />
    public async Task<ErpCustomerPage> PageAsync(string? after, CancellationToken ct)
    {
        var (page, customers) = await ReadPageAsync(after, ct);
        return page.Failure is { } failure ? new ErpCustomerPage([], null, failure) : new ErpCustomerPage(customers, After(page));
    }

    /// <inheritdoc />
    public async Task<ErpCustomerMatches> WithEmailAsync(string email, CancellationToken ct)
    {
        var (found, failure) = await WithAsync(Email, email.Trim().ToLowerInvariant(), personal: true, ct);
        return new ErpCustomerMatches(found, failure);
    }

    /// <inheritdoc />
    public async Task<ErpCustomerMatches> WithPhoneAsync(string phone, CancellationToken ct)
    {
        var (found, failure) = await WithAsync(Phone, phone.Trim(), personal: true, ct);
        return new ErpCustomerMatches(found, failure);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(JsonObject document, CancellationToken ct)
    {
        var record = (JsonObject)document.DeepClone();
        record["dataAreaId"] = _client.LegalEntity;
        if (CustomerDocument.Model.Problems(record) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var answer = await _client.CreateAsync(Set, record, ct);
        if (answer.Failure is { } failure) return failure;
        if (answer.Record is not { } stored || CustomerReading.Of(stored, _fields) is not { } made) return new WriteOutcome.Unknown("F&O answered a write without a customer account.");
        // Without the address the next order would make another customer.
        return OrderComparison.Same(made.Email, document.Text(Email))
            ? Done(made)
            : new WriteOutcome.Differs(Ref(made), [new Reason(Email, "F&O did not store the e-mail address: check the user's rights to the customer's contact information.")]);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> UpdateAsync(string id, JsonObject changed, CancellationToken ct)
    {
        if (CustomerDocument.Model.Problems(changed) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var answer = await _client.ChangeAsync(_client.Target(Set, (Account, id)), changed, ct);
        if (answer.Missing) return new WriteOutcome.Rejected([new Reason(Account, $"The customer {id} is no longer in F&O.")]);
        if (answer.Failure is { } failure) return failure;
        // A change is answered without the record.
        var (found, unread) = answer.Record is { } stored && CustomerReading.Of(stored, _fields) is { } shown ? ([shown], null) : await WithAsync(Account, id, personal: false, ct);
        return found.Count > 0 && OrderComparison.Same(found[0].Id, id) ? Done(found[0]) : new WriteOutcome.Unknown($"The customer {id} was changed and cannot be read back{(unread is null ? "" : " now")}.");
    }

    private async Task<(ODataPage<FinanceRecord> Page, IReadOnlyList<ErpCustomer> Customers)> ReadPageAsync(string? after, CancellationToken ct)
    {
        var page = await _client.ListAsync(Set, new EntityQuery
        {
            Filter = after is null ? null : Filter.After(Account, after), Select = _fields, OrderBy = Account, Top = _settings.PageSize,
        }, ct);
        return (page, [.. page.Records.Select(record => CustomerReading.Of(record, _fields)).OfType<ErpCustomer>()]);
    }

    // Along the account, not along the server's own links: a customer that is deleted meanwhile moves no other out of sight.
    private string? After(ODataPage<FinanceRecord> page) => page.Records.Count > 0 && (page.Records.Count >= _settings.PageSize || page.Next is not null) ? page.Records[^1].Text(Account) : null;

    private async Task<(IReadOnlyList<ErpCustomer> Found, WriteOutcome? Failure)> WithAsync(string field, string value, bool personal, CancellationToken ct)
    {
        if (value.Length == 0) return ([], null);
        var page = await _client.AllAsync(Set, new EntityQuery { Filter = Filter.Equal(field, value), IsPersonal = personal, Select = _fields }, ct);
        // A star in the value is a wildcard to F&O.
        return (page.Failure is null
            ? [.. page.Records.Where(record => OrderComparison.Same(record.Text(field), value)).Select(record => CustomerReading.Of(record, _fields)).OfType<ErpCustomer>()]
            : [], page.Failure);
    }

    private static WriteOutcome.Done Done(ErpCustomer customer) => new(Ref(customer), customer.Record.ToJsonString());

    private static RecordRef Ref(ErpCustomer customer) => new(Entities.Customer, customer.Id, customer.Number);
}
