using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Paths;
using Integration.Mapping.Jsonata.Syntax;

namespace Integration.Mapping.Jsonata.Compilation;

internal sealed partial class Compiler
{
    private Eval Path(PathNode node)
    {
        if (NodePath.NamesOf(node) is { } names)
            return new NamePath(names).Evaluate;
        return new PathPlan(node.Steps.ConvertAll(Step).ToArray())
        {
            StartsAtVariable = node.Steps[0] is VariableNode,
            KeepsArray = node.KeepSingletonArray,
            KeepsTuples = node.IsTuple,
            Group = node.Group is null ? null : Group(node.Group),
        }.Evaluate;
    }

    private Step Step(Node node) => new()
    {
        Eval = node is SortNode ? static (_, _) => null : Compile(node),
        Sort = node is SortNode sort ? Order(sort) : null,
        Stages = node.Stages?.ConvertAll(stage => new StepStage(stage.Filter is null ? null : Filter(stage.Filter), stage.Index)).ToArray() ?? [],
        IsTuple = node.IsTuple,
        Focus = node.Focus,
        Index = node.Index,
        AncestorLabel = node.Ancestor?.Label,
        IsConstructedArray = node.ConsArray,
    };

    private Filter Filter(Node node)
    {
        if (node is NumberNode number)
        {
            var index = (long)Math.Floor(Math.Clamp(number.Value, int.MinValue, int.MaxValue));
            return (input, _) => Filters.At(input, (int)index);
        }

        var condition = Compile(node);
        return (input, frame) => Filters.Where(input, condition, frame);
    }

    private Ordering Order(SortNode node)
    {
        var terms = node.Terms.ConvertAll(term => new OrderingTerm(Compile(term.Expression), term.Descending));
        return new Ordering(terms.ToArray(), node.Position);
    }

    private Eval Group(GroupClause clause)
    {
        var pairs = clause.Pairs.ConvertAll(pair => new GroupPair(Compile(pair.Key), (pair.Key as StringNode)?.Text, Compile(pair.Value)));
        return new Grouping(pairs.ToArray(), clause.Position).Evaluate;
    }
}
