using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>What a record says of itself whoever changed it: full names, amounts rounded to their currency, and the same amounts in the base currency.</summary>
internal static class DerivedColumns
{
    private const int BasePrecision = 4;

    public static void Complete(Transaction transaction, Record record)
    {
        if (record.Table.Name is "contact" or "systemuser")
        {
            record.Set("fullname", $"{record.Text("firstname")} {record.Text("lastname")}".Trim() is { Length: > 0 } name ? name : null);
        }

        if (transaction.Find(record.Link("transactioncurrencyid")) is not { } currency)
        {
            return;
        }

        var (precision, rate) = (Precision(currency), currency.Number("exchangerate") ?? 1m);
        if (record.Table.Find("exchangerate") is not null)
        {
            record.Set("exchangerate", rate);
        }

        foreach (var column in record.Table.Columns.Where(column => column.Type == ColumnType.Money && !column.Name.EndsWith("_base", StringComparison.Ordinal)))
        {
            var amount = Round(record.Number(column.Name), precision);
            record.Set(column.Name, amount);
            if (record.Table.Find($"{column.Name}_base") is { } based)
            {
                record.Set(based.Name, Round(amount / rate, BasePrecision));
            }
        }
    }

    /// <summary>Decimals of a currency.</summary>
    public static int Precision(Record? currency) => currency is null ? 2 : (int)currency.Whole("currencyprecision");

    public static decimal? Round(decimal? amount, int precision) => amount is { } value ? Math.Round(value, precision, MidpointRounding.AwayFromZero) : null;
}
