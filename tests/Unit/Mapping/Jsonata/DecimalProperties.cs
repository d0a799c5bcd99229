using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Mapping.Jsonata;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Jsonata;

public sealed class DecimalProperties
{
    private static readonly JsonataExpression Sum = JsonataExpression.Compile("$sum(amounts)");
    private static readonly JsonataExpression Lines = JsonataExpression.Compile("$sum(lines.(quantity * price))");
    private static readonly JsonataExpression Text = JsonataExpression.Compile("$number($string(amount))");

    [Fact]
    public void Sum_of_amounts_is_that_of_decimal() => Prop.ForAll(Amounts().ArrayOf().ToArbitrary(), amounts =>
    {
        var input = new JsonObject { ["amounts"] = new JsonArray([.. amounts.Select(amount => JsonValue.Create(amount))]) };
        return Sum.Evaluate(input)!.GetValue<decimal>() == amounts.Sum();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Total_of_lines_is_exact_and_does_not_depend_on_their_order() => Prop.ForAll(Amounts().ArrayOf().ToArbitrary(), prices =>
    {
        var expected = prices.Select((price, i) => price * (i + 1)).Sum();
        var lines = prices.Select((price, i) => new JsonObject { ["quantity"] = i + 1, ["price"] = price }).ToList();
        var forward = Lines.Evaluate(new JsonObject { ["lines"] = new JsonArray([.. lines.Select(line => line.DeepClone())]) });
        lines.Reverse();
        var backward = Lines.Evaluate(new JsonObject { ["lines"] = new JsonArray([.. lines]) });
        return prices.Length == 0
            ? forward is null or JsonValue
            : forward!.GetValue<decimal>() == expected && backward!.GetValue<decimal>() == expected;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Amount_survives_text() => Prop.ForAll(Amounts().ToArbitrary(), amount =>
        Text.Evaluate(new JsonObject { ["amount"] = amount })!.GetValue<decimal>() == amount).QuickCheckThrowOnFailure();

    [Fact]
    public void Formatted_amount_reads_back_to_the_same_cents() => Prop.ForAll(Amounts().ToArbitrary(), amount =>
    {
        var text = JsonataExpression.Compile("$formatNumber(amount, '#,##0.00##')").Evaluate(new JsonObject { ["amount"] = amount })!.GetValue<string>();
        return decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) == amount;
    }).QuickCheckThrowOnFailure();

    /// <summary>Amounts of up to 15 digits with up to four decimals.</summary>
    private static Gen<decimal> Amounts() =>
        from units in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from scale in Gen.Choose(0, 4)
        from factor in Gen.Elements(1m, 1000m, 99_999m)
        select decimal.Round(units * factor / (decimal)Math.Pow(10, scale), scale);
}
