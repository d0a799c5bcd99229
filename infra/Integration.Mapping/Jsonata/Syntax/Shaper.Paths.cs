namespace Integration.Mapping.Jsonata.Syntax;

internal sealed partial class Shaper
{
    private Node OfBinary(BinaryNode node)
    {
        switch (node.Operator)
        {
            case ".":
                return OfDot(node);
            case "[":
                return OfPredicate(node);
            case "@":
                return OfFocus(node);
            case "#":
                return OfIndex(node);
            case "~>":
                node.Left = Of(node.Left);
                node.Right = Of(node.Right);
                return node;
            default:
                node.Left = Part(node, node.Left);
                node.Right = Part(node, node.Right);
                return node;
        }
    }

    private PathNode OfDot(BinaryNode node)
    {
        var left = Of(node.Left);
        var path = left is PathNode { Group: null } steps ? steps : new PathNode(left.Position, [left]);
        if (left is ParentNode parent)
            path.Seeking = [parent.Slot];
        var right = Of(node.Right);
        if (right is PathNode { Group: null } rest)
        {
            path.Steps.AddRange(rest.Steps);
        }
        else
        {
            if (right is not PathNode && right.Predicates is not null)
                (right.Stages, right.Predicates) = (right.Predicates, null);
            path.Steps.Add(right);
        }

        CheckSteps(path);
        if (path.Steps.Exists(step => step.KeepArray))
            path.KeepSingletonArray = true;
        if (path.Steps[0] is ArrayNode first)
            first.ConsArray = true;
        if (path.Steps[^1] is ArrayNode last)
            last.ConsArray = true;
        ResolveParents(path);
        return path;
    }

    private static void CheckSteps(PathNode path)
    {
        for (var i = 0; i < path.Steps.Count; i++)
        {
            switch (path.Steps[i])
            {
                case NumberNode or ConstantNode:
                    throw new JsonataException("S0213", path.Steps[i].Position);
                case StringNode text:
                    path.Steps[i] = new NameNode(text.Position, text.Text)
                    {
                        KeepArray = text.KeepArray,
                        Stages = text.Stages,
                        Predicates = text.Predicates,
                        IsTuple = text.IsTuple,
                        Index = text.Index,
                        Focus = text.Focus,
                    };
                    break;
            }
        }
    }

    private Node OfPredicate(BinaryNode node)
    {
        var result = Of(node.Left);
        var step = result is PathNode path ? path.Steps[^1] : result;
        if (step.Group is not null || result.Group is not null)
            throw new JsonataException("S0209", node.Position);
        var filter = Of(node.Right);
        if (filter is ParentNode direct)
            filter.Seeking = [direct.Slot];
        if (filter.Seeking is not null)
        {
            foreach (var slot in filter.Seeking)
            {
                if (slot.Level == 1)
                    Seek(step, slot);
                else
                    slot.Level--;
            }

            PassOn(step, filter);
        }

        var stage = new Stage(filter, null);
        if (result is PathNode)
            (step.Stages ??= []).Add(stage);
        else
            (step.Predicates ??= []).Add(stage);
        return result;
    }

    private Node OfGrouping(GroupByNode node)
    {
        var result = Of(node.Source);
        if (result.Group is not null)
            throw new JsonataException("S0210", node.Position);
        OfPairs(node.Pairs, null);
        result.Group = new GroupClause(node.Pairs, node.Position);
        return result;
    }

    private PathNode OfOrderBy(OrderByNode node)
    {
        var source = Of(node.Source);
        var path = source as PathNode ?? new PathNode(source.Position, [source]);
        var sort = new SortNode(node.Position, node.Terms);
        foreach (var term in node.Terms)
            term.Expression = Part(sort, term.Expression);
        path.Steps.Add(sort);
        ResolveParents(path);
        return path;
    }

    private Node OfFocus(BinaryNode node)
    {
        var result = Of(node.Left);
        var step = result is PathNode path ? path.Steps[^1] : result;
        if (step.Stages is not null || step.Predicates is not null)
            throw new JsonataException("S0215", node.Position);
        if (step is SortNode)
            throw new JsonataException("S0216", node.Position);
        if (node.KeepArray)
            step.KeepArray = true;
        step.Focus = ((VariableNode)node.Right).Name;
        step.IsTuple = true;
        return result;
    }

    private PathNode OfIndex(BinaryNode node)
    {
        var result = Of(node.Left);
        if (result is not PathNode path)
        {
            path = new PathNode(result.Position, [result]);
            (result.Stages, result.Predicates) = (result.Predicates ?? result.Stages, null);
        }

        var step = path.Steps[^1];
        var name = ((VariableNode)node.Right).Name;
        if (step.Stages is null)
            step.Index = name;
        else
            step.Stages.Add(new Stage(null, name));
        step.IsTuple = true;
        return path;
    }
}
