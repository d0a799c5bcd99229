using System.Text.Json.Nodes;
using Integration.Acumatica.Fulfilment;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Acumatica.Customers;

/// <summary>Customers (screen AR303000) as records of their own. The main contact holds name, e-mail, telephone and address.</summary>
internal sealed class AcumaticaCustomerRecords(EntityClient client, SessionPool sessions, AcumaticaSettings settings) : ICustomerRecords
{
    private const int MostMatches = 5;

    private static readonly EntityQuery Whole = new() { Expand = CustomerReading.Expand };

    private readonly ChangeSweep _sweep = new(client, sessions, settings.PageSize);

    /// <inheritdoc />
    public MappingPort ToErp { get; } = CustomerMapping.ToErp(settings);

    /// <inheritdoc />
    public MappingPort ToStore { get; } = CustomerMapping.ToStore();

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(
        new SweptEntity("Customer", "CustomerID", "LastModifiedDateTime", "CustomerID,LastModifiedDateTime", null, customer => customer.Text("CustomerID")), since, ct);

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpCustomer>> ReadAsync(string id, CancellationToken ct)
    {
        var answer = await sessions.UseAsync(session => client.ReadAsync(session, "Customer", [id], Whole, ct), ct);
        if (answer.Missing) return new ReadOutcome<ErpCustomer>.NotFound();
        return answer.Failure switch
        {
            null => CustomerReading.Read(answer.Record),
            WriteOutcome.Rejected rejected => new ReadOutcome<ErpCustomer>.Unreadable(rejected.Reasons),
            var failure => new ReadOutcome<ErpCustomer>.Failed(failure),
        };
    }

    /// <inheritdoc />
    public async Task<ErpCustomerPage> PageAsync(string? after, CancellationToken ct)
    {
        var query = Whole with { Top = settings.PageSize, Filter = after is null ? null : Filter.After("CustomerID", after) };
        var answer = await sessions.UseAsync(session => client.ListAsync(session, "Customer", query, ct), ct);
        if (answer.Failure is { } failure) return new ErpCustomerPage([], null, failure);
        var records = answer.Records;
        if (KeyOrder.Refusal(records, "CustomerID", settings.PageSize, "customers", "customers") is { } refusal) return new ErpCustomerPage([], null, refusal);
        return new ErpCustomerPage([.. records.Select(CustomerReading.Of).OfType<ErpCustomer>()], records.Count < settings.PageSize ? null : records[^1].Text("CustomerID"));
    }

    /// <inheritdoc />
    public Task<ErpCustomerMatches> WithEmailAsync(string email, CancellationToken ct) => MatchesAsync(settings.CustomerEmailField, email.Trim().ToLowerInvariant(), ct);

    /// <inheritdoc />
    public Task<ErpCustomerMatches> WithPhoneAsync(string phone, CancellationToken ct) => MatchesAsync("MainContact/Phone1", phone.Trim(), ct);

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(JsonObject document, CancellationToken ct)
    {
        if (CustomerMapping.Model.Problems(document) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var answer = await sessions.UseAsync(session => client.PutAsync(session, "Customer", Wire.Wrap(document), Whole, ct), ct);
        if (answer.Failure is { } failure) return failure;
        if (CustomerReading.Of(answer.Record) is not { } made) return new WriteOutcome.Unknown("The ERP answered a write without a customer id.");
        // A role that may not edit the field gets 200 with the old value; without the address the next order would make another customer.
        return made.Email == document["MainContact"]?["Email"]?.GetValue<string>()
            ? Done(made)
            : new WriteOutcome.Differs(Ref(made), [new Reason("MainContact.Email", "The ERP did not store the e-mail address: check the user's rights to the Customers form.")]);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> UpdateAsync(string id, JsonObject changed, CancellationToken ct)
    {
        if (CustomerMapping.Model.Problems(changed) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var document = (JsonObject)changed.DeepClone();
        document["CustomerID"] = id;
        var answer = await sessions.UseAsync(session => client.PutAsync(session, "Customer", Wire.Wrap(document), Whole, ct, mustExist: true), ct);
        if (answer.Failure is { } failure) return failure;
        return CustomerReading.Of(answer.Record) is { } stored && stored.Id == id ? Done(stored) : new WriteOutcome.Unknown("The ERP answered a write with another record.");
    }

    private async Task<ErpCustomerMatches> MatchesAsync(string field, string value, CancellationToken ct)
    {
        var answer = await sessions.UseAsync(session => client.ListAsync(session, "Customer", Whole with { Filter = Filter.Equal(field, value), IsPersonal = true, Top = MostMatches }, ct), ct);
        return new ErpCustomerMatches(answer.Failure is null ? [.. answer.Records.Select(CustomerReading.Of).OfType<ErpCustomer>()] : [], answer.Failure);
    }

    private static WriteOutcome.Done Done(ErpCustomer customer) => new(Ref(customer), customer.Record.ToJsonString());

    private static RecordRef Ref(ErpCustomer customer) => new(Entities.Customer, customer.Id, customer.Number);
}
