using System.Globalization;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Joins a return to what the ERP sold.</summary>
internal static class ReturnSources
{
    /// <summary>The source of the mapping document, or why the goods cannot come back.</summary>
    /// <param name="goods">The return.</param>
    /// <param name="sale">What the ERP sold.</param>
    /// <param name="needsInvoice">Goods without an invoice are refused.</param>
    public static (ReturnSource? Source, IReadOnlyList<Reason> Problems) Of(GoodsReturn goods, ErpSale sale, bool needsInvoice)
    {
        var (lines, problems) = (new List<ReturnSourceLine>(), new List<Reason>());
        foreach (var line in goods.Lines)
        {
            var sold = sale.Lines.FirstOrDefault(candidate => candidate.Line == line.Line)
                ?? sale.Lines.FirstOrDefault(candidate => candidate.Line.Length == 0 && string.Equals(candidate.Sku, line.Sku, StringComparison.OrdinalIgnoreCase));
            var shipped = sold?.Shipped ?? 0;
            if (shipped < line.Quantity)
                problems.Add(new Reason(line.Sku, $"{Text(line.Quantity)} shall come back, and {Text(shipped)} left by the ERP's order: what was never sent is cancelled, not returned."));
            else if (needsInvoice && sold!.Invoiced.Sum(part => part.Quantity) < line.Quantity)
                problems.Add(new Reason(line.Sku, "The ERP has not released an invoice over it, against which it could come back."));
            else lines.AddRange(needsInvoice ? Split(line, sold!, goods.Currency) : Split(line, sold! with { Invoiced = Covering(sold!, line.Quantity) }, goods.Currency));
        }

        return problems.Count > 0 ? (null, problems) : (new ReturnSource
        {
            Reference = goods.Reference,
            OrderReference = goods.OrderReference,
            Number = goods.Number,
            LocalDate = goods.LocalDate,
            Currency = goods.Currency,
            Reason = goods.Reason,
            CustomerId = sale.CustomerId,
            Lines = lines,
            Shipping = goods.Shipping,
            Fees = goods.Fees,
            Discount = goods.Discount,
            Taxes = goods.Taxes,
            Rounding = goods.Rounding,
            Total = goods.Total,
        }, []);
    }

    // Half of it on an invoice and half not would need two ways: then it comes back without.
    private static IReadOnlyList<InvoicedGoods> Covering(ErpSaleLine sold, decimal quantity) => sold.Invoiced.Sum(part => part.Quantity) < quantity ? [] : sold.Invoiced;

    private static IEnumerable<ReturnSourceLine> Split(GoodsReturnLine line, ErpSaleLine sold, string currency)
    {
        if (sold.Invoiced.Count == 0)
        {
            yield return new ReturnSourceLine { Id = line.Line, Sku = line.Sku, Name = line.Name, Quantity = line.Quantity, Amount = line.Amount, SaleLine = sold.Id };
            yield break;
        }

        var (done, part) = (0m, 0);
        foreach (var invoiced in sold.Invoiced)
        {
            var quantity = Math.Min(invoiced.Quantity, line.Quantity - done);
            if (quantity <= 0) yield break;
            part++;
            yield return new ReturnSourceLine
            {
                Id = part == 1 ? line.Line : $"{line.Line}-{part}",
                Sku = line.Sku,
                Name = line.Name,
                Quantity = quantity,
                Amount = Share(done + quantity) - Share(done),
                SaleLine = sold.Id,
                InvoiceType = invoiced.Type,
                Invoice = invoiced.Number,
                InvoiceLine = invoiced.Line,
            };
            done += quantity;
        }

        decimal Share(decimal quantity) => quantity >= line.Quantity ? line.Amount : Currencies.Round(line.Amount * quantity / line.Quantity, currency);
    }

    private static string Text(decimal quantity) => quantity.ToString("0.####", CultureInfo.InvariantCulture);
}
