using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>The operators with two evaluated sides.</summary>
internal static class Operators
{
    private const int MaxRange = 10_000_000;

    public static Func<object?, object?, Run, object?> For(string sign, int position) => sign switch
    {
        "+" => (left, right, _) => Calculate(left, right, decimal.Add),
        "-" => (left, right, _) => Calculate(left, right, decimal.Subtract),
        "*" => (left, right, _) => Calculate(left, right, decimal.Multiply),
        "/" => (left, right, _) => Calculate(left, right, decimal.Divide),
        "%" => (left, right, _) => Calculate(left, right, decimal.Remainder),
        "<" => (left, right, run) => Compare(left, right, run, order => order < 0),
        "<=" => (left, right, run) => Compare(left, right, run, order => order <= 0),
        ">" => (left, right, run) => Compare(left, right, run, order => order > 0),
        ">=" => (left, right, run) => Compare(left, right, run, order => order >= 0),
        "&" => Concat,
        "in" => In,
        ".." => Range,
        _ => throw new JsonataException("S0201", position, sign),
    };

    private static decimal? Calculate(object? left, object? right, Func<decimal, decimal, decimal> operate)
    {
        if (left is not null and not decimal)
            throw new JsonataException("T2001");
        if (right is not null and not decimal)
            throw new JsonataException("T2002");
        if (left is null || right is null)
            return null;
        return Arithmetic.Checked((decimal)left, (decimal)right, operate);
    }

    private static object? Compare(object? left, object? right, Run run, Func<int, bool> decide)
    {
        if (left is not (null or string or decimal) || right is not (null or string or decimal))
            throw new JsonataException("T2010");
        if (left is null || right is null)
            return null;
        return (left, right) switch
        {
            (decimal a, decimal b) => Truth.Of(decide(a.CompareTo(b))),
            (string a, string b) => Truth.Of(decide(CompareTexts(a, b, run))),
            _ => throw new JsonataException("T2009"),
        };
    }

    private static int CompareTexts(string left, string right, Run run)
    {
        run.StepText(Math.Min(left.Length, right.Length));
        return string.CompareOrdinal(left, right);
    }

    private static string Concat(object? left, object? right, Run run)
    {
        var result = string.Concat(
            left is null ? string.Empty : JsonText.Of(left, run),
            right is null ? string.Empty : JsonText.Of(right, run));
        run.Charge(result.Length);
        return result;
    }

    private static object In(object? left, object? right, Run run)
    {
        if (left is null || right is null)
            return Truth.False;
        run.Step(right is ArrayValue { Count: var count } ? count : 1);
        return Truth.Of(right is ArrayValue array
            ? array.Items.Exists(item => Equality.AreEqual(left, item, run))
            : Equality.AreEqual(left, right, run));
    }

    private static ArrayValue? Range(object? left, object? right, Run run)
    {
        if (left is not null && !(left is decimal start && decimal.IsInteger(start)))
            throw new JsonataException("T2003");
        if (right is not null && !(right is decimal end && decimal.IsInteger(end)))
            throw new JsonataException("T2004");
        if (left is not decimal from || right is not decimal to || from > to)
            return null;
        var count = to - from + 1;
        if (count > MaxRange)
            throw new JsonataException("D2014");
        run.Charge((long)count);
        var result = ArrayValue.Sequence((int)count);
        for (var item = from; item <= to; item++)
            result.Add(item);
        return result;
    }
}
