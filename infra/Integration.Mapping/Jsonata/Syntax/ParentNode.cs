namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>%</c>.</summary>
internal sealed class ParentNode(int position) : Node(position)
{
    /// <summary>Which item of an outer path it stands for; decided while shaping.</summary>
    public ParentSlot Slot { get; } = new();
}
