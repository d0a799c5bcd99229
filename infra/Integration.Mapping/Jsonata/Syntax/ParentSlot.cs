namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>One <c>%</c> on its way outwards to the step whose context it stands for.</summary>
internal sealed class ParentSlot
{
    /// <summary>The variable under which the step keeps its context; starts with a sign that no variable of the text can have.</summary>
    public string Label { get; set; } = string.Empty;

    /// <summary>Steps still to go back.</summary>
    public int Level { get; set; } = 1;
}
