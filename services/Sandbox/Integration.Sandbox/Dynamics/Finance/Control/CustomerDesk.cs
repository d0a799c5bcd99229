using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance.Customers;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Plays the people who look after customers: they correct names, telephone numbers and addresses, and put customers on hold.</summary>
internal sealed class CustomerDesk(Books books, FinanceSettings settings)
{
    private static readonly (string Name, string Property)[] Fields =
    [
        ("customerName", "OrganizationName"), ("priceClass", "DiscountPriceGroupId"), ("email", "PrimaryContactEmail"), ("phone", "PrimaryContactPhone"), ("firstName", "PersonFirstName"), ("lastName", "PersonLastName"),
        ("street", "AddressStreet"), ("city", "AddressCity"), ("postalCode", "AddressZipCode"), ("state", "AddressState"), ("country", "AddressCountryRegionISOCode"),
    ];

    private readonly CustomerForm _form = new();

    /// <summary>Changes a customer, named by <c>customerID</c> or <c>email</c>; makes it when <c>customerID</c> is new.</summary>
    public Task<JsonObject> SetAsync(JsonElement wish, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var company = Text(wish, "company") ?? Seed.Companies[0];
            var id = Text(wish, "customerID");
            var known = id is not null ? save.Find(Tables.Customers, company, id) : save.By(Tables.Customers, company, "PrimaryContactEmail", Text(wish, "email") ?? "") is [var one, ..] ? one : null;
            if (known is null && (id is null || Text(wish, "customerName") is null))
            {
                throw FinanceFault.Plain(404, $"There is no customer {id ?? Text(wish, "email")}.");
            }

            var customer = known is null ? save.New(Tables.Customers, company).Set("CustomerAccount", id).Set("CustomerGroupId", Codes.CustomerGroups[0]) : save.Edit(known);
            Dictionary<string, object?> sent = Fields.Where(field => Text(wish, field.Name) is not null).ToDictionary(field => Property(customer, field.Property), field => (object?)Text(wish, field.Name));
            foreach (var (name, value) in sent)
            {
                customer.Set(name, value);
            }

            if (sent.ContainsKey("AddressCountryRegionISOCode"))
            {
                customer.Set("AddressCountryRegionId", null);
            }

            customer.Set("OnHoldStatus", Text(wish, "status") switch { null => customer.Text("OnHoldStatus"), "Active" => "No", _ => "All" });
            if (known is null)
            {
                sent["CustomerAccount"] = id;
                _form.Create(new Entry(save, "CustCustomerV3Entity", customer, sent, new FinanceSettings { DefaultCompany = settings.DefaultCompany }));
            }
            else
            {
                _form.Update(new Entry(save, "CustCustomerV3Entity", customer, sent, settings));
            }

            return new JsonObject { ["customerID"] = customer.Text("CustomerAccount"), ["status"] = customer.Text("OnHoldStatus") == "No" ? "Active" : "Inactive" };
        },
        cancellationToken);

    // A person's whole name is in two properties; whoever corrects it as one corrects the family name.
    private static string Property(Row customer, string property) => property == "OrganizationName" && customer.Text("PartyType") == "Person" ? "PersonLastName" : property;

    private static string? Text(JsonElement wish, string name) => wish.TryGetProperty(name, out var value) ? value.GetString() : null;
}
