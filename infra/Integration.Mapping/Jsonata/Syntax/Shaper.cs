namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>
/// Gives the written expression its meaning: operators that make paths become paths with steps, predicates and
/// groupings go to the step they belong to, and every <c>%</c> finds the step whose context it stands for.
/// </summary>
internal sealed partial class Shaper
{
    private int _labels;

    public static Node Shape(Node written)
    {
        var shaped = new Shaper().Of(written);
        return shaped is ParentNode || shaped.Seeking is not null
            ? throw new JsonataException("S0217", shaped.Position, "%")
            : shaped;
    }

    private Node Of(Node node)
    {
        Execution.Run.CheckStack();
        var result = Reshape(node);
        if (node.KeepArray)
            result.KeepArray = true;
        return result;
    }

    private Node Reshape(Node node)
    {
        switch (node)
        {
            case NameNode:
                return new PathNode(node.Position, [node]) { KeepSingletonArray = node.KeepArray };
            case ParentNode parent:
                parent.Slot.Label = $"!{_labels++}";
                return parent;
            case BinaryNode binary:
                return OfBinary(binary);
            case GroupByNode grouping:
                return OfGrouping(grouping);
            case OrderByNode orderBy:
                return OfOrderBy(orderBy);
            case NegateNode { Operand: NumberNode number }:
                return new NumberNode(node.Position, -number.Value);
            case BlockNode block:
                OfAll(block, block.Expressions);
                block.ConsArray = block.Expressions.Exists(part => part.ConsArray || part is PathNode { Steps: [{ ConsArray: true }, ..] });
                return block;
            case ArrayNode array:
                OfAll(array, array.Items);
                return array;
            case ObjectNode source:
                OfPairs(source.Pairs, source);
                return source;
            default:
                return OfParts(node);
        }
    }

    private Node OfParts(Node node)
    {
        switch (node)
        {
            case NegateNode negate:
                negate.Operand = Part(negate, negate.Operand);
                break;
            case BindNode bind:
                bind.Value = Part(bind, bind.Value);
                break;
            case ConditionNode condition:
                condition.Condition = Part(condition, condition.Condition);
                condition.Then = Part(condition, condition.Then);
                condition.Otherwise = condition.Otherwise is null ? null : Part(condition, condition.Otherwise);
                break;
            case CallNode call:
                OfAll(call, call.Arguments);
                call.Procedure = Of(call.Procedure);
                break;
            case LambdaNode lambda:
                lambda.Body = Of(lambda.Body);
                break;
            case TransformNode transform:
                transform.Pattern = Of(transform.Pattern);
                transform.Update = Of(transform.Update);
                transform.Delete = transform.Delete is null ? null : Of(transform.Delete);
                break;
        }

        return node;
    }

    private void OfAll(Node owner, List<Node> parts)
    {
        for (var i = 0; i < parts.Count; i++)
            parts[i] = Part(owner, parts[i]);
    }

    private void OfPairs(List<(Node Key, Node Value)> pairs, Node? owner)
    {
        for (var i = 0; i < pairs.Count; i++)
        {
            pairs[i] = owner is null
                ? (Of(pairs[i].Key), Of(pairs[i].Value))
                : (Part(owner, pairs[i].Key), Part(owner, pairs[i].Value));
        }
    }

    private Node Part(Node owner, Node part)
    {
        var shaped = Of(part);
        PassOn(owner, shaped);
        return shaped;
    }
}
