using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Acumatica.Customers;

/// <summary>
/// Finds and creates customers (screen AR303000). With auto-numbering the ERP ignores a key that is sent, so a repeated create makes a
/// second customer: only the lane's effect and a look by e-mail protect against that.
/// </summary>
internal sealed class AcumaticaCustomers(EntityClient client, SessionPool sessions, AcumaticaSettings settings) : IErpCustomers
{
    private readonly CustomerDocument _document = new(settings);

    private const string Keys = "CustomerID,CustomerName,Status";

    /// <inheritdoc />
    public string? GuestCustomer => settings.GuestCustomer;

    /// <inheritdoc />
    public async Task<LookOutcome> FindAsync(Order order, CancellationToken ct)
    {
        var query = new EntityQuery { Filter = Filter.Equal(settings.CustomerEmailField, order.Customer.NormalisedEmail), IsPersonal = true, Select = Keys, Top = 5 };
        var answer = await sessions.UseAsync(session => client.ListAsync(session, "Customer", query, ct), ct);
        if (answer.Failure is { } failure) return new LookOutcome.Failed(failure);
        return answer.Records switch
        {
            [] => new LookOutcome.NotFound(),
            [var only] when only.Text("Status") is "Inactive" =>
                new LookOutcome.Different(Ref(only), [new Reason("Status", $"The customer {only.Text("CustomerID")} is inactive in the ERP.")]),
            [var only] => new LookOutcome.Same(Ref(only)),
            var several => new LookOutcome.Different(Ref(several[0]),
                [new Reason(settings.CustomerEmailField, $"Several customers have this e-mail address: {string.Join(", ", several.Select(customer => customer.Text("CustomerID")))}.")]),
        };
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(Order order, CancellationToken ct)
    {
        var answer = await sessions.UseAsync(session => client.PutAsync(
            session, "Customer", Wire.Wrap(_document.Of(order)), new EntityQuery { Expand = "MainContact" }, ct), ct);
        if (answer.Failure is { } failure) return failure;
        if (answer.Record.Text("CustomerID").Length == 0) return new WriteOutcome.Unknown("The ERP answered a write without a customer id.");
        var email = answer.Record.Linked("MainContact").Text("Email");
        // A role that may not edit the field gets 200 with the old value; without the address the next order would make another customer.
        return string.Equals(email, order.Customer.NormalisedEmail, StringComparison.OrdinalIgnoreCase)
            ? new WriteOutcome.Done(Ref(answer.Record), new JsonObject { ["CustomerID"] = answer.Record.Text("CustomerID") }.ToJsonString())
            : new WriteOutcome.Differs(Ref(answer.Record), [new Reason("MainContact.Email", "The ERP did not store the e-mail address: check the user's rights to the Customers form.")]);
    }

    private static RecordRef Ref(EntityRecord customer) => new(Entities.Customer, customer.Text("CustomerID"), customer.Text("CustomerID"));
}
