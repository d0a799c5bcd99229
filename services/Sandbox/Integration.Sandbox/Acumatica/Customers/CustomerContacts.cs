using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Customers;

/// <summary>Contacts and addresses of a customer: main, billing and shipping, its people, and its main location.</summary>
internal static class CustomerContacts
{
    private static readonly string[] Contact = ["Attention", "Email", "Phone1", "Phone2", "WebSite", "Fax", "DisplayName", "FirstName", "LastName", "CompanyName"];
    private static readonly string[] Address = ["AddressLine1", "AddressLine2", "City", "Country", "PostalCode", "State"];

    /// <summary>Checks the addresses; billing and shipping are the main ones until they are overridden.</summary>
    public static void Check(Row customer, Row group, bool isNew)
    {
        var main = customer.Link("MainContact");
        main.Default("CompanyName", customer.Text("CustomerName"));
        if (isNew)
        {
            main.Link("Address").Default("Country", group.Text("Country"));
        }

        CheckCountry(main.Link("Address"));
        foreach (var side in (string[])["Billing", "Shipping"])
        {
            var contact = customer.Link($"{side}Contact");
            if (!customer.Flag($"{side}ContactOverride"))
            {
                Copy(main, contact, Contact);
            }

            if (!customer.Flag($"{side}AddressOverride"))
            {
                Copy(main.Link("Address"), contact.Link("Address"), Address);
            }
            else
            {
                CheckCountry(contact.Link("Address"));
            }
        }
    }

    /// <summary>Keeps the location MAIN, which every customer has, in step with the customer's shipping contact.</summary>
    public static void KeepMainLocation(Save save, Row customer)
    {
        if (save.Find("CustomerLocation", customer.Text("CustomerID"), "MAIN") is null)
        {
            save.Insert(save.New("CustomerLocation").Set("Customer", customer.Text("CustomerID")).Set("LocationID", "MAIN")).Set("LocationName", "Primary Location")
                .Set("Active", true).Set("Status", "Active").Set("Default", true).Set("TaxZone", customer.Text("TaxZone")).Set("ShipVia", customer.Text("ShipVia"))
                .Set("PriceClass", customer.Text("PriceClassID"));
        }
    }

    /// <summary>The customer with its people, looked up when they are asked for.</summary>
    public static Row Show(Tenant tenant, Row customer, View view)
    {
        if (!view.Opens("Contacts") && !view.Opens("PrimaryContact"))
        {
            return customer;
        }

        var shown = customer.Clone();
        foreach (var person in tenant.All("Contact", person => person.Text("BusinessAccount").Equals(customer.Text("CustomerID"), StringComparison.OrdinalIgnoreCase)))
        {
            var row = shown.Add("Contacts").Set("ContactID", person.Whole("ContactID")).Set("LastModifiedDateTime", person.Instant("LastModifiedDateTime"));
            row.Replace("Contact", person.Clone());
            if (person.Whole("ContactID") == customer.Whole("PrimaryContactID"))
            {
                shown.Replace("PrimaryContact", person.Clone());
            }
        }

        return shown;
    }

    /// <summary>A country is known by its two letters.</summary>
    public static void CheckCountry(Row address)
    {
        if (address.Text("Country").Length != 2)
        {
            address.Fail("Country", address.Has("Country")
                ? $"'Country' '{address.Text("Country")}' cannot be found in the system." : "'Country' cannot be empty.");
        }
    }

    private static void Copy(Row from, Row to, string[] fields)
    {
        foreach (var field in fields)
        {
            to.Set(field, from.Text(field));
        }
    }
}
