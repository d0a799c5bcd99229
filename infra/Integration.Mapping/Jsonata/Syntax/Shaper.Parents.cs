namespace Integration.Mapping.Jsonata.Syntax;

internal sealed partial class Shaper
{
    /// <summary>Hands the parents that a part still seeks on to the node that holds it.</summary>
    private static void PassOn(Node owner, Node part)
    {
        if (part is ParentNode parent && part.Seeking is null)
            (owner.Seeking ??= []).Add(parent.Slot);
        else if (part.Seeking is not null)
            (owner.Seeking ??= []).AddRange(part.Seeking);
    }

    /// <summary>Looks for the parents of a path's last step among the steps before it.</summary>
    private static void ResolveParents(PathNode path)
    {
        var last = path.Steps[^1];
        var slots = new List<ParentSlot>(last.Seeking ?? []);
        if (last is ParentNode parent)
            slots.Add(parent.Slot);
        foreach (var slot in slots)
        {
            var index = path.Steps.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    (path.Seeking ??= []).Add(slot);
                    break;
                }

                var step = path.Steps[index--];
                while (index >= 0 && step.Focus is not null && path.Steps[index].Focus is not null)
                    step = path.Steps[index--];
                Seek(step, slot);
            }
        }
    }

    private static void Seek(Node step, ParentSlot slot)
    {
        switch (step)
        {
            case NameNode or WildcardNode:
                slot.Level--;
                if (slot.Level > 0)
                    return;
                if (step.Ancestor is not null)
                    slot.Label = step.Ancestor.Label;
                step.Ancestor = slot;
                step.IsTuple = true;
                return;
            case ParentNode:
                slot.Level++;
                return;
            case BlockNode { Expressions: [.., var last] }:
                step.IsTuple = true;
                Seek(last, slot);
                return;
            case BlockNode:
                return;
            case PathNode path:
                path.IsTuple = true;
                for (var i = path.Steps.Count - 1; i >= 0; i--)
                {
                    Seek(path.Steps[i], slot);
                    if (slot.Level == 0)
                        return;
                }

                return;
            default:
                throw new JsonataException("S0217", step.Position, "%");
        }
    }
}
