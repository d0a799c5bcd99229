using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>Aggregation over numbers; the signature has checked that they are.</summary>
internal static class Aggregation
{
    public static object? Sum(object? numbers) =>
        numbers is ArrayValue array ? Total(array) : null;

    public static object Count(object? items) => (decimal)((items as ArrayValue)?.Count ?? 0);

    public static object? Max(object? numbers) =>
        numbers is ArrayValue { Count: > 0 } array ? array.Items.Max(item => (decimal)item!) : null;

    public static object? Min(object? numbers) =>
        numbers is ArrayValue { Count: > 0 } array ? array.Items.Min(item => (decimal)item!) : null;

    public static object? Average(object? numbers) =>
        numbers is ArrayValue { Count: > 0 } array ? Total(array) / array.Count : null;

    private static decimal Total(ArrayValue numbers)
    {
        var total = 0m;
        foreach (var number in numbers.Items)
            total = Arithmetic.Checked(total, (decimal)number!, decimal.Add);
        return total;
    }
}
