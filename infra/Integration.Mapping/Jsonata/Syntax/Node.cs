namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>A part of an expression: first as it was written, then shaped into paths and steps by <see cref="Shaper"/>.</summary>
internal abstract class Node(int position)
{
    /// <summary>Where in the text, in UTF-16 characters from 0.</summary>
    public int Position => position;

    /// <summary><c>[]</c> follows: one item stays an array.</summary>
    public bool KeepArray { get; set; }

    /// <summary>Filters on the value as a whole.</summary>
    public List<Stage>? Predicates { get; set; }

    /// <summary>Filters and index variables on a step of a path.</summary>
    public List<Stage>? Stages { get; set; }

    public GroupClause? Group { get; set; }

    /// <summary>An array constructor whose array is one item of the path.</summary>
    public bool ConsArray { get; set; }

    /// <summary>The step must carry variables or parents along with its items.</summary>
    public bool IsTuple { get; set; }

    /// <summary>The variable of <c>@</c>.</summary>
    public string? Focus { get; set; }

    /// <summary>The variable of <c>#</c>.</summary>
    public string? Index { get; set; }

    /// <summary>The <c>%</c> that stands for this step's context item.</summary>
    public ParentSlot? Ancestor { get; set; }

    /// <summary>The <c>%</c> inside that still look for their step.</summary>
    public List<ParentSlot>? Seeking { get; set; }
}
