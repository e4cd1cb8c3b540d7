package io.jaegertracing.operator.laws;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** What has grown too large below a source folder: files, methods and packages. */
record SourceSize(int mostFileLines, int mostMethodLines, int mostFilesOfAPackage) {
  List<String> complaints(Path sources) throws IOException {
    try (var walk = Files.walk(sources)) {
      var files =
          walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      return Stream.of(longFiles(files), longMethods(files), largePackages(files))
          .flatMap(List::stream)
          .toList();
    }
  }

  private List<String> longFiles(List<Path> files) throws IOException {
    var complaints = new ArrayList<String>();
    for (var file : files) {
      var lines = Files.readAllLines(file).size();
      if (lines > mostFileLines) {
        complaints.add(file + " has " + lines + " lines");
      }
    }
    return complaints;
  }

  private List<String> longMethods(List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task = (JavacTask) compiler.getTask(
          null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      var positions = Trees.instance(task).getSourcePositions();
      var complaints = new ArrayList<String>();
      for (var unit : task.parse()) {
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitMethod(MethodTree method, Void nothing) {
            var lines = unit.getLineMap();
            var first = lines.getLineNumber(positions.getStartPosition(unit, method));
            var length = lines.getLineNumber(positions.getEndPosition(unit, method)) - first + 1;
            if (length > mostMethodLines) {
              complaints.add(unit.getSourceFile().getName() + ": " + method.getName() + " has "
                  + length + " lines");
            }
            return super.visitMethod(method, null);
          }
        }.scan(unit, null);
      }
      return complaints;
    }
  }

  private List<String> largePackages(List<Path> files) {
    return files.stream().collect(Collectors.groupingBy(Path::getParent)).entrySet().stream()
        .filter(folder -> folder.getValue().size() > mostFilesOfAPackage)
        .map(folder -> folder.getKey() + " has " + folder.getValue().size() + " files")
        .sorted()
        .toList();
  }
}
