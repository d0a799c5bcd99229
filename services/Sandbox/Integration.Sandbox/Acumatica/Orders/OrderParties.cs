using Integration.Sandbox.Acumatica.Customers;
using Integration.Sandbox.Acumatica.Money;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Customer, currency, addresses and codes in the head of a sales order.</summary>
internal static class OrderParties
{
    public static void Check(Save save, Row order)
    {
        if (save.Find("Customer", order.Text("CustomerID")) is not { } customer)
        {
            order.Fail("CustomerID", order.Has("CustomerID")
                ? $"'Customer' '{order.Text("CustomerID")}' cannot be found in the system." : "'Customer' cannot be empty.");
            return;
        }

        order.Set("CustomerID", customer.Text("CustomerID")).Default("LocationID", "MAIN");
        if (!CustomerScreen.Buying.Contains(customer.Text("Status")))
        {
            order.Fail("CustomerID", $"The customer status is '{customer.Text("Status")}'.");
        }

        Currency(save, order, customer);
        var location = save.Find("CustomerLocation", customer.Text("CustomerID"), order.Text("LocationID"));
        if (location is null || !location.Flag("Active"))
        {
            order.Fail("LocationID", $"'Location' '{order.Text("LocationID")}' cannot be found in the system.");
        }

        var shipping = customer.Linked("ShippingContact");
        var own = location?.Linked("LocationContact");
        Address(order, customer, "BillTo", customer.Linked("BillingContact"), customer.Linked("BillingContact")?.Linked("Address"));
        Address(order, customer, "ShipTo", location?.Flag("ContactOverride") == true ? own : shipping, (location?.Flag("AddressOverride") == true ? own : shipping)?.Linked("Address"));
        var financial = order.Link("FinancialSettings");
        financial.Default("CustomerTaxZone", customer.Text("TaxZone")).Default("Terms", customer.Text("Terms")).Default("Branch", "MAIN");
        Exists(save, financial, "CustomerTaxZone", "TaxZone", "Customer Tax Zone");
        if (financial.Text("Branch") != "MAIN")
        {
            financial.Fail("Branch", $"'Branch' '{financial.Text("Branch")}' cannot be found in the system.");
        }

        order.Set("Branch", financial.Text("Branch"));
        order.Default("ShipVia", customer.Text("ShipVia"));
        Exists(save, order, "ShipVia", "ShipVia", "Ship Via");
        order.Link("ShippingSettings").Set("ShipVia", order.Text("ShipVia"));
        Exists(save, order, "PaymentMethod", "PaymentMethod", "Payment Method");
        if (order.Has("CashAccount") && !CashAccounts.IsAllowed(save, order.Text("PaymentMethod"), order.Text("CashAccount")))
        {
            order.Fail("CashAccount", $"'Cash Account' '{order.Text("CashAccount")}' cannot be found in the system.");
        }
    }

    private static void Currency(Save save, Row order, Row customer)
    {
        order.Default("CurrencyID", customer.Text("CurrencyID"));
        var currency = order.Text("CurrencyID");
        if (save.Find("Currency", currency) is not { } known || !known.Flag("Active"))
        {
            order.Fail("CurrencyID", $"'Currency' '{currency}' cannot be found in the system.");
        }
        else if (currency != customer.Text("CurrencyID") && !customer.Flag("EnableCurrencyOverride"))
        {
            order.Fail("CurrencyID", $"The currency '{currency}' cannot be used: currency override is not enabled for the customer.");
        }

        order.Set("BaseCurrencyID", "USD").Default("CurrencyRate", 1m).Default("CurrencyRateTypeID", "SPOT").Default("ReciprocalRate", 1m);
    }

    // Without its override flag an address is the customer's own, whatever was sent.
    private static void Address(Row order, Row customer, string side, Row? contact, Row? from)
    {
        if (!order.Flag($"{side}AddressOverride"))
        {
            Copy(from, order.Link($"{side}Address"), "AddressLine1", "AddressLine2", "City", "Country", "PostalCode", "State");
        }

        if (!order.Flag($"{side}ContactOverride"))
        {
            Copy(contact, order.Link($"{side}Contact"), "Attention", "Email", "Phone1");
            order.Link($"{side}Contact").Set("BusinessName", customer.Text("CustomerName"));
        }

        var address = order.Link($"{side}Address");
        if (address.Text("Country").Length != 2)
        {
            address.Fail("Country", address.Has("Country")
                ? $"'Country' '{address.Text("Country")}' cannot be found in the system." : "'Country' cannot be empty.");
        }
    }

    private static void Copy(Row? from, Row to, params IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            to.Set(field, from?.Text(field));
        }
    }

    private static void Exists(Save save, Row row, string field, string entity, string display)
    {
        if (row.Has(field) && save.Find(entity, row.Text(field)) is null)
        {
            row.Fail(field, $"'{display}' '{row.Text(field)}' cannot be found in the system.");
        }
    }
}
