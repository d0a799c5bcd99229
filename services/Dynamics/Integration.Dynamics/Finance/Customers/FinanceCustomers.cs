using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Customers;

/// <summary>
/// Finds and creates customers (All customers). Their numbers come from F&amp;O's sequence, so a repeated create makes a second customer: only the lane's effect and a look by e-mail protect
/// against that.
/// </summary>
internal sealed class FinanceCustomers(FinanceClient client, DynamicsSettings settings) : IErpCustomers
{
    private const string Set = "CustomersV3";
    private const string Email = "PrimaryContactEmail";
    private const int MostMatches = 5;

    private readonly CustomerDocument _document = new(settings);

    /// <inheritdoc />
    public string? GuestCustomer => settings.GuestCustomer;

    /// <inheritdoc />
    public async Task<LookOutcome> FindAsync(Order order, CancellationToken ct)
    {
        var email = order.Customer.NormalisedEmail;
        var query = new EntityQuery { Filter = Filter.Equal(Email, email), IsPersonal = true, Select = ["CustomerAccount", Email, "OnHoldStatus"], Top = email.Contains('*', StringComparison.Ordinal) ? null : MostMatches };
        var page = await client.AllAsync(Set, query, ct);
        if (page.Failure is { } failure) return new LookOutcome.Failed(failure);
        // A star in the address is a wildcard to F&O.
        var found = page.Records.Where(customer => OrderComparison.Same(customer.Text(Email), email)).ToList();
        return found switch
        {
            [] => new LookOutcome.NotFound(),
            [var only] when only.Text("OnHoldStatus") is "All" =>
                new LookOutcome.Different(Ref(only), [new Reason("OnHoldStatus", $"The customer {only.Text("CustomerAccount")} is on hold for everything in F&O.")]),
            [var only] => new LookOutcome.Same(Ref(only)),
            var several => new LookOutcome.Different(Ref(several[0]),
                [new Reason(Email, $"Several customers have this e-mail address: {string.Join(", ", several.Select(customer => customer.Text("CustomerAccount")))}.")]),
        };
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(Order order, CancellationToken ct)
    {
        var document = _document.Of(order);
        if (CustomerDocument.Model.Problems(document) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var answer = await client.CreateAsync(Set, document, ct);
        if (answer.Failure is { } failure) return failure;
        if (answer.Record is not { } made || made.Text("CustomerAccount").Length == 0) return new WriteOutcome.Unknown("F&O answered a write without a customer account.");
        // Without the address the next order would make another customer.
        return OrderComparison.Same(made.Text(Email), order.Customer.NormalisedEmail)
            ? new WriteOutcome.Done(Ref(made), new JsonObject { ["CustomerAccount"] = made.Text("CustomerAccount") }.ToJsonString())
            : new WriteOutcome.Differs(Ref(made), [new Reason(Email, "F&O did not store the e-mail address: check the user's rights to the customer's contact information.")]);
    }

    private static RecordRef Ref(FinanceRecord customer) => new(Entities.Customer, customer.Text("CustomerAccount"), customer.Text("CustomerAccount"));
}
