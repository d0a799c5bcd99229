using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Acumatica;
using Integration.Acumatica.Customers;
using Integration.Acumatica.Protocol;
using Integration.Contracts.Customers;
using Integration.Tests.Unit.Acumatica.Protocol;
using Integration.Tests.Unit.Acumatica.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Customers;

public sealed class CustomerDocumentTests
{
    private static readonly AcumaticaSettings Settings = new() { Tenant = "T", ClientId = "x@T", Username = "u", CustomerClass = "WEB" };

    [Fact]
    public void Every_customer_has_only_fields_of_the_official_description_and_a_name() =>
        Prop.ForAll(AnyOrder.Gen.ToArbitrary(), order =>
        {
            var document = new CustomerDocument(Settings).Of(order);
            return OfficialDescription.Violations("Customer", Wire.Wrap(document)).Count == 0 && ((string)document["CustomerName"]!).Length is > 0 and <= 60;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_company_gives_the_name_else_the_person_else_the_address_of_the_mail()
    {
        Assert.Equal("Łódź AG", Name(new CustomerIdentity { Email = "a@b.example", IsGuest = false, FirstName = "Zoë", LastName = "X" }, new Address { Company = " Łódź AG " }));
        Assert.Equal("Zoë X", Name(new CustomerIdentity { Email = "a@b.example", IsGuest = false, FirstName = "Zoë", LastName = "X" }, new Address()));
        Assert.Equal("Ann Y", Name(new CustomerIdentity { Email = "a@b.example", IsGuest = true }, new Address { FirstName = "Ann", LastName = "Y" }));
        Assert.Equal("a@b.example", Name(new CustomerIdentity { Email = " A@B.example", IsGuest = true }, new Address()));
    }

    [Fact]
    public void A_misspelt_field_would_be_seen() =>
        Assert.Equal(["Customer.CustomerNam is unknown"], OfficialDescription.Violations("Customer", Wire.Wrap(new JsonObject { ["CustomerNam"] = "x" })));

    private static string Name(CustomerIdentity customer, Address address)
    {
        var order = AnyOrder.Gen.Sample(10, 1).First() with { Customer = customer, BillingAddress = address };
        return (string)new CustomerDocument(Settings).Of(order)["CustomerName"]!;
    }
}
