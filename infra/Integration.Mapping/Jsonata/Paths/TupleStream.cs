namespace Integration.Mapping.Jsonata.Paths;

/// <summary>The items of a path whose later steps need variables or parents.</summary>
internal sealed class TupleStream(List<PathTuple> items)
{
    public List<PathTuple> Items => items;
}
