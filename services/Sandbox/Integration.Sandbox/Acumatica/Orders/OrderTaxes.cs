using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>
/// Taxes of a sales order. Amounts sent are used only with <c>IsTaxValid</c>, and then only when the system's own
/// calculation is switched off or the tax zone would apply the same taxes; else they are worked out from the rates.
/// </summary>
internal static class OrderTaxes
{
    public static decimal Work(Save save, Row order, decimal taxable, int digits)
    {
        var zone = save.Find("TaxZone", order.Link("FinancialSettings").Text("CustomerTaxZone"));
        var applied = zone?.Lines("ApplicableTaxes").ConvertAll(tax => tax.Text("TaxID")) ?? [];
        var sent = order.Lines("TaxDetails");
        foreach (var unknown in sent.Where(tax => save.Find("Tax", tax.Text("TaxID")) is null))
        {
            unknown.Fail("TaxID", $"'Tax ID' '{unknown.Text("TaxID")}' cannot be found in the system.");
        }

        var own = order.Flag("DisableAutomaticTaxCalculation");
        var taken = order.Flag("IsTaxValid") && (own || sent.TrueForAll(tax => applied.Contains(tax.Text("TaxID"), StringComparer.OrdinalIgnoreCase)));
        if (taken && (sent.Count > 0 || own))
        {
            sent.ForEach(tax => tax.Set("TaxAmount", Round(tax.Number("TaxAmount"), digits)).Default("TaxableAmount", taxable).Default("TaxRate", Rate(save, tax.Text("TaxID"))));
        }
        else if (!order.HasErrors)
        {
            sent.Clear();
            foreach (var tax in own ? [] : applied)
            {
                var rate = Rate(save, tax);
                order.Add("TaxDetails").Set("TaxID", tax).Set("TaxRate", rate).Set("TaxableAmount", taxable).Set("TaxAmount", Round(taxable * rate / 100m, digits));
            }
        }

        foreach (var tax in sent)
        {
            tax.Set("OrderType", order.Text("OrderType")).Set("OrderNbr", order.Text("OrderNbr")).Set("TaxType", "Sales");
        }

        return sent.Sum(tax => tax.Number("TaxAmount"));
    }

    private static decimal Rate(Save save, string tax) =>
        save.Find("Tax", tax)?.Lines("TaxSchedule").FirstOrDefault()?.Number("TaxRate") ?? 0;

    private static decimal Round(decimal amount, int digits) => Math.Round(amount, digits, MidpointRounding.AwayFromZero);
}
