namespace Integration.Mapping.Jsonata.Execution;

/// <summary>Decimal arithmetic whose overflow and division by zero are error D1001.</summary>
internal static class Arithmetic
{
    public static decimal Checked(decimal left, decimal right, Func<decimal, decimal, decimal> operate)
    {
        try
        {
            return operate(left, right);
        }
        catch (Exception failure) when (failure is OverflowException or DivideByZeroException)
        {
            throw new JsonataException("D1001");
        }
    }

    /// <summary>The decimal nearest to a result that only floating point can give.</summary>
    public static decimal OfDouble(double value, string code = "D1001")
    {
        try
        {
            return (decimal)value;
        }
        catch (OverflowException)
        {
            throw new JsonataException(code);
        }
    }

    /// <summary>A count or position; beyond the range of int it is the nearest int.</summary>
    public static int Int(decimal value) => (int)Math.Clamp(decimal.Truncate(value), int.MinValue, int.MaxValue);
}
