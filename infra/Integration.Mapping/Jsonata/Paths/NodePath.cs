using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata.Syntax;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>
/// An expression that is a path of member names only, over the nodes of its input: nothing is read but what the path leads to.
/// Arrays directly within arrays are left to the engine.
/// </summary>
internal sealed class NodePath(string[] names, JsonataLimits limits)
{
    public static NodePath? Of(Node shaped, JsonataLimits limits) => NamesOf(shaped) is { } names ? new NodePath(names, limits) : null;

    /// <summary>The names, or null if there is more to the path.</summary>
    public static string[]? NamesOf(Node shaped) =>
        shaped is PathNode { KeepSingletonArray: false, KeepArray: false, IsTuple: false, Group: null, Predicates: null } path && path.Steps.TrueForAll(IsPlain)
            ? path.Steps.ConvertAll(step => ((NameNode)step).Name).ToArray()
            : null;

    /// <returns>False if the engine has to evaluate the path.</returns>
    public bool TryEvaluate(JsonNode? input, CancellationToken ct, out bool exists, out JsonNode? result)
    {
        exists = false;
        result = null;
        var current = input;
        for (var i = 0; i < names.Length; i++)
        {
            switch (current)
            {
                case JsonObject members when members.TryGetPropertyValue(names[i], out current):
                    break;
                case JsonArray array:
                    ct.ThrowIfCancellationRequested();
                    return i > 0 && TryWalk(array, i, out exists, out result);
                default:
                    return true;
            }
        }

        exists = true;
        result = Copy(current);
        return true;
    }

    private bool TryWalk(JsonArray array, int index, out bool exists, out JsonNode? result)
    {
        exists = false;
        result = null;
        IList<JsonNode?> items = array;
        long steps = 0;
        for (; index < names.Length; index++)
        {
            steps += items.Count;
            if (steps > limits.MaxSteps)
                throw new JsonataException("U1001");
            if (!TryStep(items, names[index], out var found, out var only))
                return false;
            if (index == names.Length - 1 && only is not null)
            {
                exists = true;
                result = Copy(only);
                return true;
            }

            if (found.Count == 0)
                return true;
            if (found.Count > limits.MaxOutput)
                throw new JsonataException("U1002");
            items = found;
        }

        exists = true;
        result = items.Count == 1 ? Copy(items[0]) : Copies(items);
        return true;
    }

    /// <param name="items">Where the step starts.</param>
    /// <param name="name">The member.</param>
    /// <param name="found">The members of all items, arrays among them flattened.</param>
    /// <param name="only">The array that was all that was found.</param>
    /// <returns>False if an item is an array.</returns>
    private static bool TryStep(IList<JsonNode?> items, string name, out List<JsonNode?> found, out JsonArray? only)
    {
        found = new List<JsonNode?>(items.Count);
        only = null;
        var count = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is JsonArray)
                return false;
            if (items[i] is not JsonObject members || !members.TryGetPropertyValue(name, out var member))
                continue;
            count++;
            only = member as JsonArray;
            if (only is null)
                found.Add(member);
            else
                found.AddRange(only);
        }

        if (count > 1)
            only = null;
        return true;
    }

    private JsonNode? Copy(JsonNode? node) => NodeReader.Read(node) switch
    {
        string text => JsonValue.Create(text),
        decimal number => JsonValue.Create(NumberText.Normal(number)),
        var value => NodeWriter.Write(value, limits),
    };

    private JsonArray Copies(IList<JsonNode?> nodes)
    {
        var result = new JsonArray();
        var visits = new Visits(limits.MaxOutput, "U1002");
        for (var i = 0; i < nodes.Count; i++)
            result.Add(NodeWriter.Write(NodeReader.Read(nodes[i]), visits, 1));
        return result;
    }

    private static bool IsPlain(Node step) => step is NameNode { Stages: null, Predicates: null, Group: null, KeepArray: false, IsTuple: false };
}
