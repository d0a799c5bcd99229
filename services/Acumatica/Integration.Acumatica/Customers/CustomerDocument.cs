using System.Text.Json.Nodes;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;

namespace Integration.Acumatica.Customers;

/// <summary>The customer that an order needs, as a plain document: by the same mapping as an account's, which a pair may not replace for orders.</summary>
internal sealed class CustomerDocument
{
    private static readonly ILookups NoLookups = LookupTables.None;

    private readonly CompiledMapping _mapping;

    public CustomerDocument(AcumaticaSettings settings)
    {
        var port = CustomerMapping.ToErp(settings);
        _mapping = MappingDocument.Parse(port.Default).Compile(port.Source, port.Target);
    }

    /// <summary>Name, class, contact and address from the order's billing address; currency may be chosen per document.</summary>
    public JsonObject Of(Order order)
    {
        var (customer, address) = (order.Customer, order.BillingAddress);
        var name = $"{customer.FirstName} {customer.LastName}".Trim();
        var source = new JsonObject
        {
            ["id"] = customer.Id ?? "",
            ["storefront"] = order.Storefront,
            [CustomerFields.Email] = customer.NormalisedEmail,
            [CustomerFields.Name] = name.Length > 0 ? name : address.FullName,
            [CustomerFields.Company] = address.Company.Trim(),
            [CustomerFields.Phone] = address.Phone.Trim(),
            [CustomerFields.Street] = address.Street.Trim(),
            [CustomerFields.Street2] = address.Street2.Trim(),
            [CustomerFields.City] = address.City.Trim(),
            [CustomerFields.PostalCode] = address.PostalCode.Trim(),
            [CustomerFields.State] = address.State.Trim(),
            [CustomerFields.Country] = address.Country,
        };
        var result = _mapping.Map(source, NoLookups, new MappingContext());
        return result.Document ?? throw new InvalidOperationException($"An order's customer cannot be mapped: {string.Join("; ", result.Problems.Select(problem => problem.Message))}");
    }
}
