namespace Integration.Mapping.Jsonata.Paths;

/// <summary>
/// Merge sort: items that compare equal keep their order, and a comparison that is not an order (expressions can give
/// one) still ends, where the runtime's own sort may throw.
/// </summary>
internal static class StableSort
{
    public static List<T> Sort<T>(List<T> items, Comparison<T> compare)
    {
        if (items.Count < 2)
            return [.. items];
        var middle = items.Count / 2;
        var left = Sort(items.GetRange(0, middle), compare);
        var right = Sort(items.GetRange(middle, items.Count - middle), compare);
        var result = new List<T>(items.Count);
        int i = 0, j = 0;
        while (i < left.Count && j < right.Count)
            result.Add(compare(left[i], right[j]) > 0 ? right[j++] : left[i++]);
        result.AddRange(left.GetRange(i, left.Count - i));
        result.AddRange(right.GetRange(j, right.Count - j));
        return result;
    }
}
